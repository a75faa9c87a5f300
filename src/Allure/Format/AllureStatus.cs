namespace TestFlock.Allure.Format;

/// <summary>The words of the format for what a test said.</summary>
internal static class AllureStatus
{
    public const string Passed = "passed";

    /// <summary>The test found the product wanting.</summary>
    public const string Failed = "failed";

    /// <summary>The test itself, or what it needs, went wrong.</summary>
    public const string Broken = "broken";

    public const string Skipped = "skipped";
}
