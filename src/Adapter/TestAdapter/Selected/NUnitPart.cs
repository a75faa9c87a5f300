using System.Xml.Linq;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using TestFlock.TestAdapter.Flock.Preview;
using TestFlock.TestAdapter.Flock.Preview.NUnit;

namespace TestFlock.TestAdapter.Selected;

/// <summary>
/// Lets NUnit load the classes that a selection needs and no others: for each call it makes every test that it loads
/// anew, and matches it with the filter, and a batch is mostly a small part of an assembly. The filter selects as ever;
/// where a test is missing among what was loaded, since it has a name that does not begin with its class, the whole
/// assembly is loaded.
/// </summary>
internal static class NUnitPart
{
    private const string RunnerType = "NUnit.Engine.ITestRunner";

    /// <summary>To be called once the executor has made its engine; null: the whole assembly is to be loaded.</summary>
    public static Action? Of(
        ITestExecutor executor, string source, IReadOnlyList<SelectedCase> cases, string? settingsXml)
    {
        // With a seed, each test's random numbers depend on how many were made before it.
        var tests = cases.Select(selected => selected.Case.FullyQualifiedName).ToHashSet(StringComparer.Ordinal);
        if (HasSeed(settingsXml) || NUnitClasses.Of(source) is not { } known
            || known.Find(tests) is not { } classes
            || classes.Count * 2 > known.Count)
            return null;
        var seam = NUnitEngineSeam.Of(executor);
        return () => seam.ReplaceEngine((contract, engine) => Create(contract, engine, classes, tests));
    }

    private static object Create(
        Type contract, object engine, IReadOnlyList<string> classes, IReadOnlySet<string> tests) =>
        StandIn.Create(contract, engine, call =>
            call.Method.ReturnType is { FullName: RunnerType } runner
                ? new NUnitPartRunner(call, classes, tests).StandIn(runner)
                : call.Forward());

    private static bool HasSeed(string? settingsXml) =>
        !string.IsNullOrWhiteSpace(settingsXml)
        && XDocument.Parse(settingsXml).Root!.Elements("NUnit").Elements("RandomSeed").Any();
}
