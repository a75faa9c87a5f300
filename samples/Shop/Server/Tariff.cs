namespace Shop.Server;

/// <summary>What shipping costs, and what vouchers are worth.</summary>
internal static class Tariff
{
    private const decimal FreeShippingFrom = 50m;

    private static readonly Dictionary<string, decimal> ShippingByCountry = new()
    {
        ["DE"] = 4.90m,
        ["AT"] = 6.90m,
        ["FR"] = 7.90m,
        ["CH"] = 12.50m,
    };

    private static readonly Dictionary<string, decimal> DiscountByVoucher = new()
    {
        ["WELCOME10"] = 0.10m,
        ["TEATIME25"] = 0.25m,
    };

    public static bool ShipsTo(string country) => ShippingByCountry.ContainsKey(country);

    public static decimal Shipping(decimal goods, string country) =>
        goods is 0 or >= FreeShippingFrom ? 0 : ShippingByCountry[country];

    public static bool IsVoucher(string code) => DiscountByVoucher.ContainsKey(code);

    public static decimal Discount(decimal goods, string? voucher) =>
        voucher is null
            ? 0
            : Math.Round(
                BadDay.WorthOf(voucher, goods * DiscountByVoucher[voucher]), 2, MidpointRounding.AwayFromZero);
}
