namespace TestFlock.Core.Settings.Reading;

/// <summary>One value as it stands in the text.</summary>
/// <param name="Written">As written, trimmed, variables not expanded.</param>
/// <param name="Line">From 1.</param>
internal sealed record RawValue(string Written, int Line);
