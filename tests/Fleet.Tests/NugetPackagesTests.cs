using System.Xml.Linq;
using TestFlock.Fleet.Tests.Support;

namespace TestFlock.Fleet.Tests;

/// <summary>Test packages that were published.</summary>
public sealed class NugetPackagesTests : IAsyncLifetime
{
    private const string Id = "Fleet.Surroundings.Published";

    private readonly Support.Fleet _fleet = new();
    private readonly StrangersHome _home = new();

    public Task InitializeAsync()
    {
        // The caller keeps what it restored in its user's data, and a version once restored is that version for good.
        _fleet.Environment["XDG_DATA_HOME"] = Path.Combine(_fleet.Folder, "data");
        return _fleet.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _fleet.DisposeAsync();
        _home.Dispose();
    }

    [Fact]
    public async Task Two_published_versions_run_side_by_side_and_every_result_names_its_own()
    {
        var agent = await _fleet.StartStrangerAsync(_home, "stranger");
        var feed = new TestFeed(Path.Combine(_home.Path, "feed"));
        feed.Publish(FleetSuite.Surroundings, Id, "1.0.0");
        feed.Publish(FleetSuite.Surroundings, Id, "1.1.0-beta.1");

        // Bytes behind its end make another build of an assembly, and change nothing else.
        var other = FleetSuite.Surroundings.CopyTo(Path.Combine(_fleet.Folder, "other"));
        File.AppendAllText(other.Assembly, "rebuilt");
        FleetRun[] runs = [Start(feed, "1.0.0", FleetSuite.Surroundings), Start(feed, "1.1.0-beta.1", other)];

        foreach (var (run, version) in runs.Zip(["1.0.0", "1.1.0-beta.1"]))
        {
            (await run.EndAsync()).ShouldBe(0, run.Console + agent.Log);
            run.Report.ShouldContain($"version {version}");
            run.Report.ShouldContain($"package {Id} {version}.");
        }

        runs[0].Console.ShouldNotContain("is another build than");
        runs[1].Console.ShouldContain($"is another build than {other.Assembly}, in which they were discovered");
    }

    [Fact]
    public async Task A_version_that_is_not_there_is_one_error_before_anything_runs()
    {
        await _fleet.StartStrangerAsync(_home, "stranger");
        var feed = new TestFeed(Path.Combine(_home.Path, "feed"));
        feed.Publish(FleetSuite.Surroundings, Id, "1.0.0");
        var run = Start(feed, "2.0.0", FleetSuite.Surroundings);

        (await run.EndAsync()).ShouldBe(1, run.Console);

        run.Console.ShouldContain($"The test package {Id} 2.0.0 could not be restored");
        run.Console.ShouldContain("NU1102");
        run.Results.ShouldBeEmpty();
    }

    private FleetRun Start(TestFeed feed, string version, FleetSuite suite) => _fleet.StartRun(suite, new FleetSettings
    {
        Isolation = "warm",
        Filter = "Name=Tells_its_version",
        More =
        [
            new XElement(
                "Package",
                new XAttribute("Source", "nuget"),
                new XAttribute("Id", Id),
                new XAttribute("Version", version),
                new XAttribute("Feed", feed.Folder)),
        ],
    });
}
