using System.Net;

namespace Shop.Server;

internal sealed class RefusedException(HttpStatusCode statusCode, string reason) : Exception(reason)
{
    public HttpStatusCode StatusCode { get; } = statusCode;
}
