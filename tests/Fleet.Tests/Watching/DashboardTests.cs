using System.Text.RegularExpressions;
using System.Xml.Linq;
using TestFlock.Fleet.Tests.Support;
using TestFlock.Tests.Servers;
using Xunit.Abstractions;

namespace TestFlock.Fleet.Tests.Watching;

/// <summary>What somebody sees who opens the page; in a real browser where there is one.</summary>
public sealed partial class DashboardTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Failed = "Fails_with_its_secret";

    private readonly Support.Fleet _fleet = new();

    public Task InitializeAsync() => _fleet.InitializeAsync();

    public Task DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task A_runs_failed_and_repeated_attempts_are_shown_with_their_output_after_its_end_too()
    {
        await _fleet.StartAgentAsync("host-1", slots: 1);
        var run = _fleet.StartRun(FleetSuite.Surroundings, new FleetSettings
        {
            Isolation = "warm",
            Filter = $"Name~{Failed}|Name~Begins_a_span",
            Variables = new XElement("Variables", new XElement(
                "Set", new XAttribute("Name", "SHOP_PASSWORD"), new XAttribute("Value", "s3cret-<b>bold</b>"))),
            More = [new XElement("Retry", new XAttribute("Max", "1"))],
        });
        (await run.EndAsync()).ShouldBe(1, run.Console);
        var id = RunId().Match(run.Console).Groups[1].Value;
        var place = $"127.0.0.1:{FreePorts.Find(1)}";
        await using var dashboard = ChildProgram.Start(
            _fleet.Folder,
            new Dictionary<string, string> { ["TESTFLOCK_COORDINATION"] = _fleet.Coordination.ToString() },
            FleetAgent.Program, "dashboard", "--listen", place);
        await dashboard.LineAsync($"http://{place}/");

        using var http = new HttpClient();
        var told = await http.GetStringAsync($"http://{place}/runs/{id}/attempts");
        Regex.Count(told, $"\"test\":\"{Failed}\"").ShouldBe(2, told);
        told.ShouldContain("host-1/1");
        told.ShouldNotContain("s3cret");
        told.ShouldNotContain("Begins_a_span");

        if (Browser.Program is null)
        {
            output.WriteLine("No Chromium is installed: the page was not opened.");
            return;
        }

        await using var browser = await Browser.OpenAsync($"http://{place}/#{id}", _fleet.Folder);
        await browser.UntilAsync("document.querySelectorAll('#attempts details').length === 2");
        await browser.UntilAsync("document.querySelector('#attempts summary').textContent.includes('The password is')");
        await browser.UntilAsync("document.querySelector('#agents td').textContent === 'host-1'");
        await browser.UntilAsync("document.querySelectorAll('td b').length === 0");
        if (Environment.GetEnvironmentVariable("TESTFLOCK_PICTURES") is { Length: > 0 } pictures)
            await browser.SavePictureAsync(Path.Combine(pictures, "dashboard-attempts.png"));
    }

    [GeneratedRegex(@"TestFlock run (\S+):")]
    private static partial Regex RunId();
}
