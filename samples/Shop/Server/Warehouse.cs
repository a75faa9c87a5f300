using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace Shop.Server;

/// <summary>Keeps the orders, and ships each one two seconds after it was paid.</summary>
internal sealed class Warehouse(TimeProvider time)
{
    private static readonly TimeSpan PackingTime = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, PaidOrder> _orders = [];

    public Order Accept(CartView cart)
    {
        var order = new PaidOrder($"O-{cart.Id}", cart, time.GetUtcNow());
        if (!_orders.TryAdd(order.Id, order))
            throw new RefusedException(HttpStatusCode.Conflict, "This cart is paid already.");
        return View(order);
    }

    public Order Track(string id) => View(Find(id));

    public string Invoice(string id)
    {
        var cart = Find(id).Cart;
        BadDay.PrintInvoice();
        var lines = cart.Lines.Select(line => $"{line.Quantity} x {Assortment.Find(line.Sku)!.Name}");
        var total = cart.Total.ToString("0.00", CultureInfo.InvariantCulture);
        return string.Join('\n', [$"Invoice for {id}", .. lines, $"Total {total} EUR"]);
    }

    private PaidOrder Find(string id) => _orders.TryGetValue(id, out var order)
        ? order
        : throw new RefusedException(HttpStatusCode.NotFound, $"There is no order '{id}'.");

    private Order View(PaidOrder order)
    {
        var packed = time.GetUtcNow() - order.PaidAt >= PackingTime;
        return new Order(order.Id, packed ? OrderStatus.Shipped : OrderStatus.Paid, order.Cart.Total);
    }

    private sealed record PaidOrder(string Id, CartView Cart, DateTimeOffset PaidAt);
}
