namespace TestFlock.Core.Settings.Reading;

/// <summary><c>&lt;Allure Directory&gt;</c>, whose mere presence asks for results.</summary>
internal static class AllureElement
{
    public static readonly Setting<string> Directory =
        new("Allure", "Directory", ValueKinds.Name(1000), "allure-results");

    public static IReadOnlyList<Setting> All => [Directory];

    public static AllureOptions? Read(SettingsSheet sheet) => sheet.Find("Allure") is { } element
        ? new AllureOptions { Directory = sheet.Read(element, Directory, "allure-results") }
        : null;
}
