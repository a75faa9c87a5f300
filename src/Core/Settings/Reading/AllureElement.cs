namespace TestFlock.Core.Settings.Reading;

/// <summary><c>&lt;Allure Directory Clean&gt;</c>, whose mere presence asks for results.</summary>
internal static class AllureElement
{
    public static readonly Setting<string> Directory =
        new("Allure", "Directory", ValueKinds.Name(1000), "allure-results");
    public static readonly Setting<bool> Clean = new("Allure", "Clean", ValueKinds.Flag, "true");

    public static IReadOnlyList<Setting> All => [Directory, Clean];

    public static AllureOptions? Read(SettingsSheet sheet) => sheet.Find("Allure") is { } element
        ? new AllureOptions
        {
            Directory = sheet.TryRead(Directory, out var directory) ? directory : null,
            Clean = sheet.Read(element, Clean, true),
        }
        : null;
}
