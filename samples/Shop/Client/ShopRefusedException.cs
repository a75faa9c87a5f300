using System.Net;

namespace Shop.Client;

/// <summary>The shop answered, but said no.</summary>
public sealed class ShopRefusedException(HttpStatusCode statusCode, string reason) : Exception(reason)
{
    public HttpStatusCode StatusCode { get; } = statusCode;
}
