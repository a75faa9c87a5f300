using TestFlock.Acceptance.Tests.Ide;
using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Filters;

/// <summary>Which tests a run reports, and what it says of its filter.</summary>
internal static class Selection
{
    private static readonly string[] AboutFilter = ["case filter", "filtering tests", "CaseFilter"];

    public static async Task ShouldBeNativeAsync(FilteredSuite suite, string expression)
    {
        var (native, flock) = await suite.AskPlatformAsync(expression);

        Names(flock).ShouldBe(Names(native), ignoreOrder: true, string.Join('\n', flock));
        flock.Select(happening => happening.IsAborted).ShouldNotContain(true);
        SaidOfFilter(Lines(flock)).Select(suite.AsNative).ShouldBe(SaidOfFilter(Lines(native)));
    }

    public static async Task ShouldBeNativeOnTheCommandLineAsync(FilteredSuite suite, string options)
    {
        var (native, flock) = await suite.RunAsync(options);

        Names(flock).ShouldBe(Names(native), ignoreOrder: true, flock.ToString());
        // The scripted coordinator lets every test pass, which natively not all do.
        if (native.Results.All(result => result.Outcome != "Failed"))
            flock.Command.ExitCode.ShouldBe(native.Command.ExitCode, flock.ToString());
        // Of two streams, which the console mixes as they come.
        SaidOfFilter(flock.Command.Lines).Select(suite.AsNative)
            .ShouldBe(SaidOfFilter(native.Command.Lines), ignoreOrder: true, flock.ToString());
    }

    private static IEnumerable<string> Names(TestRun run) =>
        run.Results.Select(result => $"{result.FullyQualifiedName} | {result.DisplayName}");

    private static IEnumerable<string> Names(IReadOnlyList<Happening> run) => run
        .Where(happening => happening.What == "result")
        .Select(result => $"{result.FullyQualifiedName} | {result.DisplayName}");

    private static IEnumerable<string> Lines(IReadOnlyList<Happening> run) => run
        .Where(happening => happening.What == "message")
        .SelectMany(message => (message.Text ?? "").Split('\n').Select(line => $"{line.TrimEnd()} ({message.Level})"));

    private static IEnumerable<string> SaidOfFilter(IEnumerable<string> lines) => lines
        .Where(line => AboutFilter.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)))
        .Where(line => !line.TrimStart().StartsWith("at ", StringComparison.Ordinal))
        .Select(WithoutTime);

    private static string WithoutTime(string line) =>
        line.Contains("[xUnit.net ", StringComparison.Ordinal) ? line[(line.IndexOf(']') + 1)..] : line;
}
