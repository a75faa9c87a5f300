using System.Net;
using System.Text.Json;
using TestFlock.Core.Progress;
using TestFlock.Fleet.Tests.Support;
using TestFlock.Tests.Servers;

namespace TestFlock.Fleet.Tests.Watching;

/// <summary>The page of a dashboard that nobody may change, and in a browser where there is one.</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly ChildProgram _dashboard;
    private readonly HttpClient _http;
    private readonly StreamReader _events;
    private readonly Browser? _browser;
    private readonly List<string> _statuses = [];

    private WatchedPage(ChildProgram dashboard, HttpClient http, StreamReader events, Browser? browser) =>
        (_dashboard, _http, _events, _browser) = (dashboard, http, events, browser);

    public bool HasBrowser => _browser is not null;

    public static async Task<WatchedPage> OpenAsync(Support.Fleet fleet)
    {
        var place = $"127.0.0.1:{FreePorts.Find(1)}";
        var dashboard = ChildProgram.Start(
            fleet.Folder,
            new Dictionary<string, string> { ["TESTFLOCK_COORDINATION"] = fleet.Coordination.ToString() },
            FleetAgent.Program, "dashboard", "--listen", place);
        await dashboard.LineAsync($"http://{place}/");
        var http = new HttpClient { BaseAddress = new Uri($"http://{place}") };
        (await http.GetStringAsync("/")).ShouldContain("page.js");
        using var refused = await http.PostAsync("/agents/host-1/drain", content: null);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        return new WatchedPage(
            dashboard,
            http,
            new StreamReader(await http.GetStreamAsync("/events")),
            Browser.Program is null ? null : await Browser.OpenAsync($"http://{place}/", fleet.Folder));
    }

    /// <summary>What the page says of it, once it says so.</summary>
    /// <param name="wanted">Which run, and what kind of reason.</param>
    public async Task<string> FindReasonAsync((string Run, WaitKind Kind) wanted)
    {
        using var limit = new CancellationTokenSource(Limit);
        var reason = _statuses.Select(status => ToldReason.Of(status, wanted)).FirstOrDefault(told => told is not null);
        while (reason is null)
        {
            var status = await ReadStatusAsync(limit.Token);
            _statuses.Add(status);
            reason = ToldReason.Of(status, wanted);
        }

        if (_browser is not null)
        {
            await _browser.UntilAsync(
                $"[...document.querySelectorAll('#runs tbody tr')].some(row => row.textContent.includes('{wanted.Run}')"
                + $" && row.textContent.includes({JsonSerializer.Serialize(reason)}))");
        }

        return reason;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _events.Dispose();
        _http.Dispose();
        await _dashboard.DisposeAsync();
    }

    private async Task<string> ReadStatusAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await _events.ReadLineAsync(cancellationToken) == "event: status")
                return (await _events.ReadLineAsync(cancellationToken))!["data: ".Length..];
        }
    }
}
