namespace TestFlock.Core.Settings;

/// <summary>One thing that is wrong with the settings.</summary>
public sealed record SettingsError
{
    /// <summary>The element or attribute, such as <c>&lt;Retry Max&gt;</c>.</summary>
    public required string Place { get; init; }

    /// <summary>
    /// From 1, in the user's text; null when it stands nowhere, or when only a copy of the text was read.
    /// </summary>
    public int? Line { get; init; }

    /// <summary>What is wrong, with the value; never with a secret one.</summary>
    public required string Problem { get; init; }

    public required string Cure { get; init; }

    /// <summary>The whole, as the user gets to read it.</summary>
    public override string ToString() =>
        Line is { } line ? $"{Place}, line {line}: {Problem} {Cure}" : $"{Place}: {Problem} {Cure}";
}
