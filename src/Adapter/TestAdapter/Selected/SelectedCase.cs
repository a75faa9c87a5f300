using Microsoft.VisualStudio.TestPlatform.ObjectModel;

namespace TestFlock.TestAdapter.Selected;

/// <summary>A test case to run, as VSTest knows it.</summary>
/// <param name="Case">As its framework discovered it.</param>
/// <param name="RunsExplicit">See <see cref="Contracts.TestCase.RunsExplicit"/>.</param>
internal sealed record SelectedCase(TestCase Case, bool RunsExplicit);
