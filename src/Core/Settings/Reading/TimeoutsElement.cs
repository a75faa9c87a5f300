namespace TestFlock.Core.Settings.Reading;

/// <summary><c>&lt;Timeouts Test Batch Learned Agent Run&gt;</c></summary>
internal static class TimeoutsElement
{
    private static readonly ValueKind<TimeSpan> Duration =
        ValueKinds.Duration(TimeSpan.FromMilliseconds(1), TimeoutOptions.Longest);

    public static readonly Setting<TimeSpan> Test = new("Timeouts", "Test", Duration, "no limit");
    public static readonly Setting<TimeSpan> Batch = new("Timeouts", "Batch", Duration, "no limit");
    public static readonly Setting<int> Learned = new("Timeouts", "Learned", ValueKinds.Whole(0, 1000), "10");
    public static readonly Setting<TimeSpan> Agent = new("Timeouts", "Agent", Duration, "00:02:00");
    public static readonly Setting<TimeSpan> Run = new("Timeouts", "Run", Duration, "no limit");

    public static IReadOnlyList<Setting> All => [Test, Batch, Learned, Agent, Run];

    public static TimeoutOptions Read(SettingsSheet sheet) => new()
    {
        Test = sheet.TryRead(Test, out var test) ? test : null,
        Batch = sheet.TryRead(Batch, out var batch) ? batch : null,
        Learned = sheet.Read(Learned, 10),
        Agent = sheet.Read(Agent, TimeSpan.FromMinutes(2)),
        Run = sheet.TryRead(Run, out var run) ? run : null,
    };
}
