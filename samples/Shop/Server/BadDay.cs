using System.Net;

namespace Shop.Server;

/// <summary>
/// What goes wrong in the shop while <c>SHOP_BAD_DAY</c> names a file, for those who want to see retries and failures:
/// the first two invoices cannot be had, and one voucher is worth too little.
/// </summary>
internal static class BadDay
{
    private const int MissedInvoices = 2;

    private static readonly string? Diary = Environment.GetEnvironmentVariable("SHOP_BAD_DAY") is { Length: > 0 } file
        ? file
        : null;

    /// <exception cref="RefusedException">There is no invoice yet.</exception>
    public static void PrintInvoice()
    {
        if (Diary is null)
            return;

        // In a file: the next attempt of a test meets the shop of another process.
        File.AppendAllText(Diary, "An invoice was asked for.\n");
        if (File.ReadLines(Diary).Count() <= MissedInvoices)
            throw new RefusedException(HttpStatusCode.ServiceUnavailable, "The printer is out of paper.");
    }

    public static decimal WorthOf(string voucher, decimal discount) =>
        Diary is not null && voucher == "TEATIME25" ? discount / 2 : discount;
}
