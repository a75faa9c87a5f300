using System.Collections.Concurrent;
using System.Net;

namespace Shop.Server;

internal sealed class Carts
{
    private readonly ConcurrentDictionary<string, Cart> _carts = [];

    public CartView Open(string country)
    {
        if (!Tariff.ShipsTo(country))
            throw new RefusedException(
                HttpStatusCode.UnprocessableEntity, $"We do not ship to '{country}' yet.");

        var id = Guid.NewGuid().ToString("N");
        var cart = new Cart(id, country);
        _carts[id] = cart;
        return cart.View();
    }

    public Cart Find(string id) => _carts.TryGetValue(id, out var cart)
        ? cart
        : throw new RefusedException(HttpStatusCode.NotFound, $"There is no cart '{id}'.");
}
