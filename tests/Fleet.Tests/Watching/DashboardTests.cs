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
    private readonly string _page = $"http://127.0.0.1:{FreePorts.Find(1)}/";

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
        await using var dashboard = await StartDashboardAsync();

        using var http = new HttpClient();
        var told = await http.GetStringAsync($"{_page}runs/{id}/attempts");
        Regex.Count(told, $"\"test\":\"{Failed}\"").ShouldBe(2, told);
        told.ShouldContain("host-1/1");
        told.ShouldNotContain("s3cret");
        told.ShouldNotContain("Begins_a_span");

        if (Browser.Program is null)
        {
            output.WriteLine("No Chromium is installed: the page was not opened.");
            return;
        }

        await using var browser = await Browser.OpenAsync($"{_page}#{id}", _fleet.Folder);
        await browser.UntilAsync("document.querySelectorAll('#attempts details').length === 2");
        await browser.UntilAsync("document.querySelector('#attempts summary').textContent.includes('The password is')");
        await browser.UntilAsync("document.querySelector('#agents td').textContent === 'host-1'");
        await browser.UntilAsync("document.querySelectorAll('td b').length === 0");
        await SavePictureAsync(browser, "dashboard-attempts.png");
    }

    [BrowserFact]
    public async Task The_page_shows_how_far_runs_are_who_serves_and_what_each_slot_runs()
    {
        await _fleet.StartAgentAsync("host-1", slots: 2);
        await _fleet.StartAgentAsync("host-2", slots: 1);
        await using var dashboard = await StartDashboardAsync();
        await using var browser = await Browser.OpenAsync(_page, _fleet.Folder);
        await browser.UntilAsync("document.querySelector('#sums').textContent === '2 agents, 0 of 3 slots busy, 0 runs'");
        await browser.UntilAsync("document.querySelector('#gantt').textContent === 'none'");

        var run = _fleet.StartRun(FleetSuite.Waiting, new() { Seconds = 4, Filter = "FullyQualifiedName~Waits_" });
        var id = RunId().Match(await run.ConsoleLineAsync("TestFlock run ")).Groups[1].Value;
        await browser.UntilAsync("document.querySelector('#sums').textContent === '2 agents, 3 of 3 slots busy, 1 run'");
        foreach (var slot in (string[])["host-1/1", "host-1/2", "host-2/1"])
        {
            await browser.UntilAsync(
                $"[...document.querySelectorAll('#gantt .lane')].some(lane => lane.textContent === '{slot}'"
                + $" && [...lane.querySelectorAll('.span')].some(bar => bar.offsetWidth > 0 && bar.title.includes('{id}')"
                + " && bar.title.includes('Waits_')))");
        }

        await browser.UntilAsync($"document.querySelector('#runs td').textContent === '{id}'");
        await browser.UntilAsync("document.querySelector('#runs progress').value > 0");
        await SavePictureAsync(browser, "dashboard-run.png");
        (await run.EndAsync()).ShouldBe(0, run.Console);

        // What was, stays to be seen.
        await browser.UntilAsync("document.querySelector('#runs td').textContent === 'none'");
        await browser.UntilAsync("document.querySelectorAll('#gantt .lane').length === 3");
    }

    private async Task<ChildProgram> StartDashboardAsync()
    {
        var place = new Uri(_page).Authority;
        var dashboard = ChildProgram.Start(
            _fleet.Folder,
            new Dictionary<string, string> { ["TESTFLOCK_COORDINATION"] = _fleet.Coordination.ToString() },
            FleetAgent.Program, "dashboard", "--listen", place);
        await dashboard.LineAsync(_page);
        return dashboard;
    }

    private static async Task SavePictureAsync(Browser browser, string file)
    {
        if (Environment.GetEnvironmentVariable("TESTFLOCK_PICTURES") is { Length: > 0 } pictures)
            await browser.SavePictureAsync(Path.Combine(pictures, file));
    }

    [GeneratedRegex(@"TestFlock run (\S+):")]
    private static partial Regex RunId();
}
