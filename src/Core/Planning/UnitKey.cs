namespace TestFlock.Core.Planning;

/// <summary>Something that test cases may have in common; those with an equal key are never split.</summary>
/// <param name="Source">The assembly: one call runs one, so nothing holds tests of two together.</param>
/// <param name="Kind">What they have in common.</param>
/// <param name="Text">Which.</param>
internal readonly record struct UnitKey(string Source, UnitKeyKind Kind, string Text);
