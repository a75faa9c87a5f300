using Microsoft.VisualStudio.TestPlatform.ObjectModel;

namespace TestFlock.TestAdapter.Flock.Preview;

/// <summary>A test case that the native run would give a result for.</summary>
/// <param name="Case">As the framework's adapter made it.</param>
/// <param name="RunsExplicit">See <see cref="Contracts.TestCase.RunsExplicit"/>.</param>
internal sealed record VsWantedTest(TestCase Case, bool RunsExplicit = false);
