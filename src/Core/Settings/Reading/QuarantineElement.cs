namespace TestFlock.Core.Settings.Reading;

/// <summary><c>&lt;Quarantine File&gt;</c></summary>
internal static class QuarantineElement
{
    public static readonly Setting<string> File = new("Quarantine", "File", ValueKinds.Name(1000), null);

    public static IReadOnlyList<Setting> All => [File];

    public static string? Read(SettingsSheet sheet) => sheet.TryRead(File, out var file) ? file : null;
}
