namespace TestFlock.Core.Settings.Reading;

/// <summary><c>&lt;TestOps Endpoint Project Token Launch&gt;</c></summary>
internal static class TestOpsElement
{
    // The variables that Allure's own program for TestOps reads.
    public static readonly Setting<Uri> Endpoint =
        new("TestOps", "Endpoint", ValueKinds.WebAddress, "%ALLURE_ENDPOINT%") { Otherwise = "%ALLURE_ENDPOINT%" };
    public static readonly Setting<int> Project =
        new("TestOps", "Project", ValueKinds.Whole(1, int.MaxValue), "%ALLURE_PROJECT_ID%")
        {
            Otherwise = "%ALLURE_PROJECT_ID%",
        };
    public static readonly Setting<string> Token =
        new("TestOps", "Token", ValueKinds.Name(4000), "%ALLURE_TOKEN%")
        {
            IsSecret = true,
            Otherwise = "%ALLURE_TOKEN%",
        };
    public static readonly Setting<string> Launch =
        new("TestOps", "Launch", ValueKinds.Name(200), "%ALLURE_LAUNCH_NAME%, or the suite's name");

    public static IReadOnlyList<Setting> All => [Endpoint, Project, Token, Launch];

    public static TestOpsOptions? Read(SettingsSheet sheet) => sheet.Find("TestOps") is { } element
        ? new TestOpsOptions
        {
            Endpoint = sheet.Read(element, Endpoint, new Uri("about:blank")),
            Project = sheet.Read(element, Project, 1),
            Token = sheet.Read(element, Token, ""),
            Launch = sheet.TryRead(Launch, out var launch) ? launch : null,
        }
        : null;
}
