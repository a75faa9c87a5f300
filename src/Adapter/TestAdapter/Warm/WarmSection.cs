namespace TestFlock.TestAdapter.Warm;

/// <summary>
/// Whether a slot started this test host to keep it warm: <c>&lt;TestFlock&gt;&lt;WarmHost /&gt;</c> says so.
/// </summary>
internal static class WarmSection
{
    public static bool IsIn(string? settingsXml) => TestFlockSection.Find(settingsXml)?.Element("WarmHost") is not null;
}
