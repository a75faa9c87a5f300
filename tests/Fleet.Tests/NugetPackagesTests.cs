using System.Xml.Linq;
using TestFlock.Fleet.Tests.Support;

namespace TestFlock.Fleet.Tests;

/// <summary>Test packages that were published.</summary>
public sealed class NugetPackagesTests : IAsyncLifetime
{
    private const string Id = "Fleet.Surroundings.Published";

    private readonly Support.Fleet _fleet = new();
    private readonly StrangersHome _home = new();

    public Task InitializeAsync() => _fleet.InitializeAsync();

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

        var runs = new[] { "1.0.0", "1.1.0-beta.1" }.Select(version => Start(feed, version)).ToArray();

        foreach (var (run, version) in runs.Zip(["1.0.0", "1.1.0-beta.1"]))
        {
            (await run.EndAsync()).ShouldBe(0, run.Console + agent.Log);
            run.Report.ShouldContain($"version {version}");
            run.Report.ShouldContain($"package {Id} {version}.");
        }
    }

    [Fact]
    public async Task A_version_that_is_not_there_is_one_error_before_anything_runs()
    {
        await _fleet.StartStrangerAsync(_home, "stranger");
        var feed = new TestFeed(Path.Combine(_home.Path, "feed"));
        feed.Publish(FleetSuite.Surroundings, Id, "1.0.0");
        var run = Start(feed, "2.0.0");

        (await run.EndAsync()).ShouldBe(1, run.Console);

        run.Console.ShouldContain($"The test package {Id} 2.0.0 could not be restored");
        run.Console.ShouldContain("NU1102");
        run.Results.ShouldBeEmpty();
    }

    private FleetRun Start(TestFeed feed, string version) => _fleet.StartRun(FleetSuite.Surroundings, new FleetSettings
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
