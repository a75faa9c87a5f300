namespace TestFlock.Core.Settings.Reading;

/// <summary><c>&lt;Attachments MostMegabytes&gt;</c></summary>
internal static class AttachmentsElement
{
    private const long Megabyte = 1024 * 1024;

    public static readonly Setting<int> MostMegabytes = new(
        "Attachments", "MostMegabytes", ValueKinds.Whole(0, 2000), "100");

    /// <returns>Bytes.</returns>
    public static long Read(SettingsSheet sheet) => sheet.Read(MostMegabytes, 100) * Megabyte;
}
