using System.Net;

namespace Shop.Server;

internal sealed class Cart(string id, string country)
{
    private const int MostOfOne = 99;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _quantities = [];
    private string? _voucher;

    public void Add(CartLine line)
    {
        if (Assortment.Find(line.Sku) is null)
            throw new RefusedException(HttpStatusCode.NotFound, $"There is no product '{line.Sku}'.");

        lock (_gate)
        {
            var quantity = _quantities.GetValueOrDefault(line.Sku) + line.Quantity;
            if (line.Quantity < 1 || quantity > MostOfOne)
                throw new RefusedException(
                    HttpStatusCode.UnprocessableEntity,
                    $"A quantity is between 1 and {MostOfOne}, not {quantity}.");
            _quantities[line.Sku] = quantity;
        }
    }

    public void Remove(string sku)
    {
        lock (_gate)
        {
            if (!_quantities.Remove(sku))
                throw new RefusedException(HttpStatusCode.NotFound, $"'{sku}' is not in the cart.");
        }
    }

    public void Redeem(string voucher)
    {
        if (!Tariff.IsVoucher(voucher))
            throw new RefusedException(HttpStatusCode.UnprocessableEntity, $"'{voucher}' is no voucher of ours.");

        lock (_gate)
            _voucher = voucher;
    }

    public CartView View()
    {
        lock (_gate)
        {
            var lines = _quantities.Select(quantity => new CartLine(quantity.Key, quantity.Value)).ToList();
            var goods = lines.Sum(line => Assortment.Find(line.Sku)!.Price * line.Quantity);
            var discount = Tariff.Discount(goods, _voucher);
            var shipping = Tariff.Shipping(goods - discount, country);
            return new CartView(id, lines, goods, discount, shipping, goods - discount + shipping);
        }
    }
}
