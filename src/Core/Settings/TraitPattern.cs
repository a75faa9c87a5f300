namespace TestFlock.Core.Settings;

/// <summary>A trait by name, or by name and value.</summary>
/// <param name="Name">As the framework tells it; case does not count.</param>
/// <param name="Value">Null: any value. Case does not count.</param>
public sealed record TraitPattern(string Name, string? Value);
