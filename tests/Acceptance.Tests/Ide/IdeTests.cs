using System.Diagnostics;
using System.Globalization;
using TestFlock.Acceptance.Tests.Support;
using Xunit.Abstractions;

namespace TestFlock.Acceptance.Tests.Ide;

public sealed class NUnitIdeTests(NUnitExplored suite, ITestOutputHelper output)
    : IdeTests(suite, output), IClassFixture<NUnitExplored>;

public sealed class XunitV2IdeTests(XunitV2Explored suite, ITestOutputHelper output)
    : IdeTests(suite, output), IClassFixture<XunitV2Explored>;

public sealed class XunitV3IdeTests(XunitV3Explored suite, ITestOutputHelper output)
    : IdeTests(suite, output), IClassFixture<XunitV3Explored>;

public sealed class MSTestIdeTests(MSTestExplored suite, ITestOutputHelper output)
    : IdeTests(suite, output), IClassFixture<MSTestExplored>;

/// <summary>
/// What a test explorer does, through the client that IDEs use, in pass-through and on a flock: the second must give
/// what the first does, from elsewhere.
/// </summary>
public abstract class IdeTests(ExploredSuite suite, ITestOutputHelper output)
{
    private const string PassThrough =
        "<RunSettings><RunConfiguration><BatchSize>1</BatchSize></RunConfiguration></RunSettings>";

    private const string Flock =
        """
        <RunSettings>
          <RunConfiguration><BatchSize>1</BatchSize></RunConfiguration>
          <TestFlock><Slots>2</Slots><Isolation>process</Isolation><Unit>class</Unit></TestFlock>
        </RunSettings>
        """;

    private const int Many = 40;

    private static readonly string[] Plain = ["Explored.Plain.Passes", "Explored.Plain.Fails"];

    [Fact]
    public async Task Discovering_lists_each_test_once_with_the_same_ids()
    {
        await using var explorer = suite.Open();

        var passedThrough = Cases(await explorer.DiscoverAsync(PassThrough));
        var flock = Cases(await explorer.DiscoverAsync(Flock));

        passedThrough.Select(test => test.DisplayName).ShouldBeUnique();
        passedThrough.Count(test => test.FullyQualifiedName.StartsWith("Explored.Plain.", StringComparison.Ordinal))
            .ShouldBeGreaterThanOrEqualTo(5);
        passedThrough.Count(test => test.FullyQualifiedName.StartsWith("Explored.Many.", StringComparison.Ordinal))
            .ShouldBe(Many);
        flock.ShouldBe(passedThrough, ignoreOrder: true);
    }

    [Fact]
    public async Task Running_all_gives_every_discovered_test_its_result()
    {
        await using var explorer = suite.Open();
        var discovered = Cases(await explorer.DiscoverAsync(Flock)).Select(test => test.Id).ToArray();

        var passedThrough = await explorer.RunAllAsync(PassThrough);
        var flock = await explorer.RunAllAsync(Flock);

        Results(passedThrough).Select(result => result.Id).ShouldBe(discovered, ignoreOrder: true);
        Results(passedThrough).Count(result => result.Outcome == "Failed").ShouldBe(1);
        ShouldBeTheSame(flock, passedThrough);
    }

    [Fact]
    public async Task Running_a_choice_of_tests_runs_them_and_no_other()
    {
        await using var explorer = suite.Open();
        await explorer.DiscoverAsync(Flock);

        var passedThrough = await explorer.RunSelectedAsync(PassThrough, Plain);
        var flock = await explorer.RunSelectedAsync(Flock, Plain);

        Results(passedThrough).Select(result => result.FullyQualifiedName).ShouldBe(Plain, ignoreOrder: true);
        ShouldBeTheSame(flock, passedThrough);
    }

    [Fact]
    public async Task Running_with_a_filter_runs_what_the_framework_would()
    {
        // Frameworks may pay no heed to a filter in an IDE; for this one it is no IDE that asks.
        await using var explorer = suite.Open();
        const string Filter = "(Category=Fast|TestCategory=Fast)|FullyQualifiedName~Plain.Fails";

        var passedThrough = await explorer.RunFilteredAsync(Undesigned(PassThrough), Filter);
        var flock = await explorer.RunFilteredAsync(Undesigned(Flock), Filter);

        Results(passedThrough).Select(result => result.FullyQualifiedName)
            .ShouldBe(["Explored.Plain.Fails", "Explored.Plain.Quick"], ignoreOrder: true);
        ShouldBeTheSame(flock, passedThrough);
    }

    [Fact]
    public async Task Running_with_a_filter_in_design_mode_does_what_the_framework_does_with_it()
    {
        await using var explorer = suite.Open();
        const string Filter = "FullyQualifiedName~Plain";

        ShouldBeTheSame(
            await explorer.RunFilteredAsync(Flock, Filter), await explorer.RunFilteredAsync(PassThrough, Filter));
    }

    [Theory]
    [InlineData(PassThrough)]
    [InlineData(Flock)]
    public async Task Cancelling_ends_the_run_and_leaves_nothing_behind(string settings)
    {
        IReadOnlyList<Happening> run;
        var stopping = Task.CompletedTask;
        await using (var explorer = suite.Open())
        {
            run = await explorer.CancelAfterResultOfAsync(
                settings,
                "Explored.Many.",
                () => stopping = settings == Flock ? TellWhenTestsHaveStoppedAsync() : Task.CompletedTask);
            await stopping;
        }

        Complete(run).IsCancelled.ShouldBeTrue();
        // Passed through, it is for the framework to leave out the tests that have not begun; MSTest runs them all.
        if (settings == Flock)
            Results(run).Count.ShouldBeInRange(1, Many);
        Results(run).ShouldNotContain(result => (result.Text ?? "").Contains("lost", StringComparison.Ordinal));
        await RunningProcesses.NoneIsLeftInAsync(suite.Folder);
    }

    [Theory]
    [InlineData(PassThrough)]
    [InlineData(Flock)]
    public async Task Debugging_runs_the_tests_where_the_debugger_is(string settings)
    {
        if (suite.RunsInProgram)
        {
            await ProgramWaitsForTheDebuggerAsync(settings);
            return;
        }

        await using var explorer = suite.Open();
        await explorer.DiscoverAsync(settings);

        var run = await explorer.DebugAsync(settings, "Explored.Plain.Passes");

        var attached = run.Where(h => h.What == "attached").Select(h => h.ProcessId).ToArray();
        var result = Results(run).ShouldHaveSingleItem();
        result.Outcome.ShouldBe("Passed");
        result.Agent.ShouldBeNull();
        attached.ShouldContain(int.Parse(result.Output!, CultureInfo.InvariantCulture));
    }

    private async Task TellWhenTestsHaveStoppedAsync()
    {
        var wished = Stopwatch.StartNew();
        var processes = RunningProcesses.OfTestsIn(suite.Folder).Length;
        using var limit = new CancellationTokenSource(Command.UsualLimit);
        while (RunningProcesses.OfTestsIn(suite.Folder).Length > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
        output.WriteLine(
            $"All {processes} test processes had ended {wished.Elapsed.TotalSeconds:0.0} s after the wish "
            + "(promised: 2 s).");
    }

    // xUnit v3 runs its tests in a program of their own, which waits until a debugger is attached to it.
    private async Task ProgramWaitsForTheDebuggerAsync(string settings)
    {
        var run = await suite.DebugToDeathAsync(settings, [PassThrough, Flock], "Explored.Plain.Passes");

        run.Where(h => h.What == "attached").Select(h => h.Text).ShouldContain(suite.Program);
        Results(run).ShouldAllBe(result => result.Agent == null);
    }

    private static string Undesigned(string settings) =>
        settings.Replace("<BatchSize>", "<DesignMode>false</DesignMode><BatchSize>", StringComparison.Ordinal);

    private static void ShouldBeTheSame(IReadOnlyList<Happening> flock, IReadOnlyList<Happening> passedThrough)
    {
        Complete(flock).ShouldBe(Complete(passedThrough));
        Results(flock).Select(Seen).ShouldBe(Results(passedThrough).Select(Seen), ignoreOrder: true);
        Results(flock).ShouldAllBe(result => result.Agent != null);
        Results(passedThrough).ShouldAllBe(result => result.Agent == null);
    }

    private static (Guid, string, string, string?) Seen(Happening result) =>
        (result.Id, result.DisplayName, result.Outcome, result.Text);

    private static List<Happening> Cases(IReadOnlyList<Happening> happenings) =>
        [.. happenings.Where(h => h.What == "case")];

    private static List<Happening> Results(IReadOnlyList<Happening> happenings) =>
        [.. happenings.Where(h => h.What == "result")];

    private static Happening Complete(IReadOnlyList<Happening> happenings) =>
        happenings.Single(h => h.What == "complete");
}
