namespace TestFlock.Core.Planning.Declarations;

/// <summary>What tests of several classes or methods have in common, so that they stay together.</summary>
/// <param name="Kind">A class, or something that several classes share.</param>
/// <param name="Key">Equal for tests that stay together; within one assembly.</param>
/// <param name="Name">For people, such as <c>collection Database</c>.</param>
internal sealed record Bond(UnitKeyKind Kind, string Key, string Name);
