namespace TestFlock.Core.Settings.Reading;

/// <summary>
/// <c>&lt;Retry Max Scope Delay ShowOnlyLast HideDetails Budget&gt;</c> with any number of <c>&lt;Only&gt;</c> and
/// <c>&lt;Never&gt;</c>
/// </summary>
internal static class RetryElement
{
    public static readonly Setting<int> Max = new("Retry", "Max", ValueKinds.Whole(0, 100), "0");
    public static readonly Setting<RetryScope> Scope = new("Retry", "Scope", ValueKinds.Choice<RetryScope>(), "test");
    public static readonly Setting<TimeSpan> Delay =
        new("Retry", "Delay", ValueKinds.Duration(TimeSpan.Zero, TimeSpan.FromHours(1)), "00:00:00");
    public static readonly Setting<bool> ShowOnlyLast = new("Retry", "ShowOnlyLast", ValueKinds.Flag, "false");
    public static readonly Setting<bool> HideDetails = new("Retry", "HideDetails", ValueKinds.Flag, "false");
    public static readonly Setting<RetryBudget> Budget = new("Retry", "Budget", RetryKinds.Budget, "no bound");

    public static IReadOnlyList<Setting> All =>
        [Max, Scope, Delay, ShowOnlyLast, HideDetails, Budget, .. RetryRulesElement.All];

    public static RetryOptions Read(SettingsSheet sheet) => new()
    {
        Max = sheet.Read(Max, 0),
        Scope = sheet.Read(Scope, RetryScope.Test),
        Delay = sheet.Read(Delay, TimeSpan.Zero),
        ShowOnlyLast = sheet.Read(ShowOnlyLast, false),
        HideDetails = sheet.Read(HideDetails, false),
        Budget = sheet.TryRead(Budget, out var budget) ? budget : null,
        Only = RetryRulesElement.ReadOnly(sheet),
        Never = RetryRulesElement.ReadNever(sheet),
    };
}
