namespace TestFlock.Core.Settings.Reading;

/// <summary><c>&lt;Timeouts Test Agent Run&gt;</c></summary>
internal static class TimeoutsElement
{
    private static readonly ValueKind<TimeSpan> Duration =
        ValueKinds.Duration(TimeSpan.FromMilliseconds(1), TimeoutOptions.Longest);

    public static readonly Setting<TimeSpan> Test = new("Timeouts", "Test", Duration, "no limit");
    public static readonly Setting<TimeSpan> Agent = new("Timeouts", "Agent", Duration, "00:02:00");
    public static readonly Setting<TimeSpan> Run = new("Timeouts", "Run", Duration, "no limit");

    public static IReadOnlyList<Setting> All => [Test, Agent, Run];

    public static TimeoutOptions Read(SettingsSheet sheet) => new()
    {
        Test = sheet.TryRead(Test, out var test) ? test : null,
        Agent = sheet.Read(Agent, TimeSpan.FromMinutes(2)),
        Run = sheet.TryRead(Run, out var run) ? run : null,
    };
}
