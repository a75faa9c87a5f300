using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using TestFlock.Fleet.Tests.Support;
using TestFlock.Tests.Servers;
using Xunit.Abstractions;

namespace TestFlock.Fleet.Tests;

/// <summary>Agents that have never seen the tests' assemblies.</summary>
public sealed class PackagesTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly XElement Upload = new("Package", new XAttribute("Source", "upload"));

    private readonly Support.Fleet _fleet = new() { HasNewBroker = true };
    private readonly StrangersHome _home = new();

    public Task InitializeAsync() => _fleet.InitializeAsync();

    public async Task DisposeAsync()
    {
        await _fleet.DisposeAsync();
        _home.Dispose();
    }

    [Theory]
    [InlineData("NUnit", "warm")]
    [InlineData("XunitV2", "warm")]
    [InlineData("XunitV3", "warm")]
    [InlineData("MSTest", "warm")]
    [InlineData("NUnit", "process")]
    [InlineData("XunitV3", "process")]
    public async Task An_agent_with_an_empty_cache_elsewhere_and_as_another_user_gives_the_native_results(
        string framework, string isolation)
    {
        var agent = await _fleet.StartStrangerAsync(_home, "stranger");
        var suite = FleetSuite.Sample(framework).CopyTo(Path.Combine(_fleet.Folder, "caller"));
        var native = _fleet.StartRun(suite, new FleetSettings { IsEnabled = false });
        var expected = await native.EndAsync();
        var run = _fleet.StartRun(suite, new FleetSettings { Isolation = isolation, More = [Upload] });

        (await run.EndAsync()).ShouldBe(expected, run.Console + agent.Log);

        run.Results.Select(r => (r.Name, r.Outcome)).ShouldBe(
            native.Results.Select(r => (r.Name, r.Outcome)), run.Console);
        run.Results.ShouldContain(r => r.Where.Contains("agent stranger,"));
        output.WriteLine(await agent.LogLineAsync("was ready after"));
    }

    [Fact]
    public async Task Two_versions_of_a_suite_at_once_on_one_agent_each_give_their_own_results_and_again_afterwards()
    {
        var agent = await _fleet.StartStrangerAsync(_home, "stranger");
        var one = FleetSuite.Surroundings.CopyTo(Path.Combine(_fleet.Folder, "one"));
        var two = FleetSuite.Surroundings.CopyTo(Path.Combine(_fleet.Folder, "two"));
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(two.Assembly)!, "version.txt"), "two");

        for (var time = 0; time < 2; time++)
        {
            var runs = new[] { one, two }
                .Select(
                    suite => _fleet.StartRun(suite,
                        new FleetSettings { Isolation = "warm", More = [Upload], Filter = "Name=Tells_its_version" }))
                .ToArray();
            foreach (var run in runs)
                (await run.EndAsync()).ShouldBe(0, run.Console + agent.Log);
            runs[0].Report.ShouldContain("version one");
            runs[1].Report.ShouldContain("version two");
        }

        // A file that the test wrote to and files of both versions: everything but one is kept once, and nothing was
        // fetched again.
        agent.Log.Split('\n').Count(line => line.Contains("was ready after")
            && line.Contains(" 0 were fetched")).ShouldBe(2, agent.Log);
    }

    [Fact]
    public async Task Tests_get_what_is_passed_and_set_and_nothing_of_the_agents_and_secrets_are_not_told()
    {
        var agent = await _fleet.StartStrangerAsync(
            _home, "stranger", slots: 1, "--store", "https://me:agents-own-secret@host.example/x");
        var variables = new XElement(
            "Variables",
            new XElement("Pass", "PATH"),
            Set("SHOP_PASSWORD", "pa55word-of-the-shop"),
            Set("SHOP_URL", "https://shop.example"),
            Set("SHOP_CODE", "marked-as-a-secret"),
            new XElement("Secret", "SHOP_C*"));
        await _fleet.RabbitMq.ControlAsync("trace_on");
        await using var listener = await RawQueue.OpenAsync(_fleet.RabbitMq.Uri);
        var tap = await listener.TapAsync();
        var run = _fleet.StartRun(
            FleetSuite.Surroundings, new FleetSettings { Isolation = "warm", More = [Upload], Variables = variables,
                Filter = "Name=Tells_its_variables|Name=Fails_with_its_secret" });

        (await run.EndAsync()).ShouldBe(1, run.Console);

        run.Report.ShouldContain("[SHOP_URL=https://shop.example]");
        run.Report.ShouldContain("[SHOP_PASSWORD=***]");
        run.Report.ShouldContain("[SHOP_CODE=***]");
        run.Report.ShouldContain("The password is ***.");
        var carried = (await listener.FindTappedAsync(tap)).Select(m => Encoding.UTF8.GetString(m.Body)).ToArray();
        carried.ShouldContain(message => message.Contains("[SHOP_PASSWORD=***]"));
        foreach (var text in new[] { run.Report, run.Console, agent.Log, string.Join('\n', carried) })
        {
            text.ShouldNotContain("pa55word-of-the-shop");
            text.ShouldNotContain("marked-as-a-secret");
            text.ShouldNotContain("agents-own-secret");
        }

        run.Report.ShouldNotContain("[TESTFLOCK_BROKER");
        run.Report.ShouldNotContain("[TESTFLOCK_COORDINATION");
    }

    [Fact]
    public async Task A_shared_output_that_was_built_anew_since_its_tests_were_discovered_is_told_and_not_run()
    {
        var suite = FleetSuite.Surroundings.CopyTo(Path.Combine(_fleet.Folder, "shared"));
        var run = _fleet.StartRun(
            suite,
            new FleetSettings { More = [new XElement("WhenNoAgents", "wait")], Filter = "Name=Tells_its_version" });
        await run.ConsoleLineAsync("wait until one is there");
        File.AppendAllText(Path.ChangeExtension(suite.Assembly, ".deps.json"), "\n");

        await _fleet.StartAgentAsync("late", 1);

        (await run.EndAsync()).ShouldBe(1, run.Console);
        var lost = run.Results.ShouldHaveSingleItem();
        lost.Outcome.ShouldBe("Failed");
        lost.Error.ShouldContain("is not what the tests were discovered in");
        lost.Error.ShouldContain("<Package Source=\"upload\" />");
        run.Report.ShouldNotContain("version one");
    }

    [Fact]
    public async Task Tests_are_not_given_to_an_agent_without_their_runtime()
    {
        await _fleet.StartAgentAsync("outdated", 1, "--capability", "dotnet=8.0.1");
        var patience = new XElement("Timeouts", new XAttribute("Agent", "00:00:06"));
        var run = _fleet.StartRun(
            FleetSuite.Surroundings,
            new FleetSettings { More = [Upload, patience], Filter = "Name=Tells_its_version" });

        (await run.EndAsync()).ShouldBe(1, run.Console);
        var failed = run.Results.ShouldHaveSingleItem();
        failed.Error.ShouldContain("None of 1 living agents offers dotnet=10; dotnet>=10.0");
        failed.Error.ShouldContain("outdated fails dotnet");
    }

    [Fact]
    public async Task Attached_files_come_back_with_their_names_and_what_is_too_large_is_told()
    {
        var agent = await _fleet.StartStrangerAsync(_home, "stranger");
        var limit = new XElement("Attachments", new XAttribute("MostMegabytes", 1));
        var run = _fleet.StartRun(
            FleetSuite.Surroundings, new FleetSettings { Isolation = "process", More = [Upload, limit],
                Filter = "Name=Attaches_files" });

        (await run.EndAsync()).ShouldBe(0, run.Console + agent.Log);

        var file = run.Attachments.ShouldHaveSingleItem();
        file.Name.ShouldBe("screen shot ä.txt");
        File.ReadAllText(file.FullName).ShouldBe("what the test saw");
        run.Console.ShouldContain("film.bin");
        run.Console.ShouldContain("MostMegabytes");
    }

    [Fact]
    public async Task An_agent_that_fetches_holds_no_capacity_and_killed_then_costs_one_clear_error_and_the_next_run_works()
    {
        var store = Directory.CreateDirectory(Path.Combine(_home.Path, "store")).FullName;
        File.SetUnixFileMode(store, (UnixFileMode)0b111_111_111);
        var package = new XElement("Package", new XAttribute("Source", "upload"), new XAttribute("Store", store));
        var environment = new XElement("Environment", new XAttribute("Name", "shop"), new XAttribute("Capacity", 1));
        var settings = new FleetSettings
        {
            Isolation = "process", More = [package, environment], Filter = "Name=Tells_its_version",
        };
        var agent = await _fleet.StartStrangerAsync(_home, "stranger");
        (await _fleet.StartRun(FleetSuite.Surroundings, settings).EndAsync()).ShouldBe(0, agent.Log);
        var content = Directory.EnumerateFiles(store).OrderByDescending(f => new FileInfo(f).Length).First();
        Directory.Delete(Path.Combine(_home.Path, "cache", "content"), recursive: true);

        // A pipe instead of a file: whoever reads it waits, as on a network that went silent.
        File.Delete(content);
        await StrangersHome.RunAsync("mkfifo", "-m", "666", content);
        var run = _fleet.StartRun(FleetSuite.Surroundings, settings);
        await agent.LogLineAsync("was given back until");
        await agent.IsReadingAsync(content);
        var status = await _fleet.RunProgramAsync("status", "--json");
        JsonNode.Parse(status)!["environments"]![0]!["held"]!.GetValue<int>().ShouldBe(0, status);
        agent.Signal(ChildProgram.SigKill);
        await agent.EndAsync();
        File.Delete(content);
        var next = await _fleet.StartStrangerAsync(_home, "next");

        (await run.EndAsync()).ShouldBe(1, run.Console);
        run.Console.ShouldContain("Run the tests again");
        next.Log.ShouldContain("1 dead processes' remains were removed");
        var again = _fleet.StartRun(FleetSuite.Surroundings, settings);
        (await again.EndAsync()).ShouldBe(0, again.Console + next.Log);
    }

    private static XElement Set(string name, string value) =>
        new("Set", new XAttribute("Name", name), new XAttribute("Value", value));
}
