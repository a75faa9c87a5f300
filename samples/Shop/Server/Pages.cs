using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Shop.Server;

/// <summary>The shop's addresses and what answers there.</summary>
internal static class Pages
{
    public static void Map(IEndpointRouteBuilder shop)
    {
        shop.MapGet("/products", (string? search) => Assortment.Search(search));
        shop.MapGet("/products/{sku}", (string sku) => Assortment.Find(sku) is { } product
            ? Results.Ok(product)
            : throw new RefusedException(HttpStatusCode.NotFound, $"There is no product '{sku}'."));

        shop.MapPost("/carts", (string country, Carts carts) => carts.Open(country));
        shop.MapGet("/carts/{id}", (string id, Carts carts) => carts.Find(id).View());
        shop.MapPost("/carts/{id}/lines", (string id, CartLine line, Carts carts) => carts.Find(id).Add(line));
        shop.MapDelete("/carts/{id}/lines/{sku}", (string id, string sku, Carts carts) => carts.Find(id).Remove(sku));
        shop.MapPut("/carts/{id}/voucher/{code}", (string id, string code, Carts carts) => carts.Find(id).Redeem(code));
        shop.MapPost("/carts/{id}/payment", (string id, Payment payment, Carts carts, Checkout checkout) =>
            checkout.Pay(carts.Find(id).View(), payment));

        shop.MapGet("/orders/{id}", (string id, Warehouse warehouse) => warehouse.Track(id));
        shop.MapGet("/orders/{id}/invoice", (string id, Warehouse warehouse) => warehouse.Invoice(id));
    }

    public static async Task ExplainRefusalsAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (RefusedException refused)
        {
            context.Response.StatusCode = (int)refused.StatusCode;
            await context.Response.WriteAsJsonAsync(new Refusal(refused.Message));
        }
    }
}
