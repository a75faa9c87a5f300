using TestFlock.Core.Settings.Reading;

namespace TestFlock.Core.Settings;

/// <summary>
/// Settings whose feature is still to come: refused rather than ignored. Whoever builds a feature deletes its line
/// here, and the mark in docs/configuration.md.
/// </summary>
internal static class NotAvailableYet
{
    /// <param name="Setting">Where the user asks for the feature.</param>
    /// <param name="IsAsked">Whether the settings ask for it.</param>
    /// <param name="Available">What may be written meanwhile; null: nothing.</param>
    public sealed record Entry(Setting Setting, Func<FlockSettings, bool> IsAsked, string? Available);

    public static IReadOnlyList<Entry> Table { get; } =
    [
    ];

    public static void Check(
        IReadOnlyList<Entry> table, FlockSettings settings, SettingsSheet sheet, ErrorList errors)
    {
        foreach (var entry in table.Where(entry => entry.IsAsked(settings)))
        {
            errors.Add(entry.Setting, sheet.FindLine(entry.Setting), "this is not available yet.",
                entry.Available is null ? "Take it out." : $"Only {entry.Available} is: write that, or take it out.");
        }
    }
}
