namespace TestFlock.Core.Settings;

/// <summary>What came of reading the run settings.</summary>
public sealed record SettingsReading
{
    /// <summary>
    /// Null when there is no TestFlock section, when it is disabled, or when there are <see cref="Errors"/>.
    /// </summary>
    public FlockSettings? Settings { get; init; }

    /// <summary>All that is wrong, in the order of the text.</summary>
    public IReadOnlyList<SettingsError> Errors { get; init; } = [];

    /// <summary>What has no effect, and why.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
