using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Execution.Calls;

namespace TestFlock.Execution.Warm;

/// <summary>The one warm host of a slot, and its renewal.</summary>
internal sealed partial class WarmSlot(
    string dotnet,
    string loggerFolder,
    CallFolders folders,
    StartGate gate,
    RecyclingRules rules,
    TimeProvider time,
    ILogger<WarmSlot> logger) : ICallStarter, IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly List<Task> _farewells = [];
    private WarmOrigin? _origin;
    private HostStart? _host;

    /// <summary>Starts a host ahead of need; whoever needs it waits for the rest of its start.</summary>
    public void Prepare(RunManifest manifest, string source)
    {
        _origin = new WarmOrigin(manifest.Run, source);
        _host = new HostStart(
            gate, () => WarmHost.Start(dotnet, source, manifest, folders.CreateForHost(), time));
    }

    /// <summary>
    /// Completes when the host that was prepared can serve, or cannot be had; after a minute at the latest, since whoever
    /// has a batch knows what to do about a host that does not start.
    /// </summary>
    public async Task ReadyAsync()
    {
        if (_host is { } starting)
        {
            await ((Task)starting.Host).WaitAsync(LongestWait, time)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async Task<ITestCall> StartAsync(RunManifest manifest, IReadOnlyList<TestCase> cases, CallManner manner)
    {
        var source = cases[0].Source;
        if (_host is null || _origin != new WarmOrigin(manifest.Run, source)
            || !await CanServeAsync(_host.Host, manner.Afresh))
            Renew(manifest, source);
        var host = await _host!.Host;
        var mark = $"(TestFlock: end of selection {Guid.NewGuid():N})";
        var call = new WarmCall(
            host,
            mark,
            cases,
            folders.Release,
            () => folders.Create(cases, manner.StopsAtFailure, manifest.SettingsXml),
            files => CommandFor(manifest, source, files),
            time);
        await host.TryRunAsync(new RunSelection
        {
            Cases = cases,
            InTurn = manner.InTurn,
            StopsAtFailure = manner.StopsAtFailure,
            OutputMark = mark,
            TraceParent = manner.TraceParent,
        });
        return call;
    }

    /// <summary>
    /// The batch is done: if its host has served long enough, another starts before there is need of it.
    /// </summary>
    public async Task RestAsync(RunManifest manifest)
    {
        if (_host is not null && !await CanServeAsync(_host.Host, afresh: false))
            Renew(manifest, _origin!.Source);
        _farewells.RemoveAll(f => f.IsCompletedSuccessfully);
    }

    public void DeleteReleased() => folders.DeleteReleased();

    public async ValueTask DisposeAsync()
    {
        LetGo();
        await Task.WhenAll(_farewells);
        folders.DeleteReleased();
    }

    private async Task<bool> CanServeAsync(Task<WarmHost> starting, bool afresh)
    {
        if (starting.IsFaulted)
            return false;
        var host = await starting;
        if (!host.IsAlive || (afresh && host.Tests > 0))
            return false;
        if (host.Tests < rules.MostTests && host.Age < rules.LongestLife && host.Growth < rules.MostGrowth)
            return true;
        Recycling(logger, host.Tests, host.Age, host.Growth);
        return false;
    }

    private void Renew(RunManifest manifest, string source)
    {
        LetGo();
        Prepare(manifest, source);
    }

    private void LetGo()
    {
        if (_host is { } leaving)
            _farewells.Add(EndAsync(leaving));
        _host = null;
    }

    private async Task EndAsync(HostStart leaving)
    {
        using var over = leaving;
        var isGivenUp = !leaving.IsOver;
        leaving.GiveUp();
        try
        {
            var host = await leaving.Host;
            var died = host.Exit is not null && !isGivenUp;
            await host.DisposeAsync();
            if (!died)
                folders.Release(host.Folder.Path);
        }
        catch (OperationCanceledException) when (isGivenUp)
        {
            // It was not its turn yet.
        }
        catch (Exception e) when (e is FileNotFoundException or System.ComponentModel.Win32Exception)
        {
            // It never was; whoever asked for it was told.
            NeverStarted(logger, e);
        }
    }

    private string CommandFor(RunManifest manifest, string source, CallFolder files) =>
        CallCommand.For(dotnet, [source], files, loggerFolder, manifest.WorkingDirectory).ToString();

    [LoggerMessage(51, LogLevel.Information, "A warm host is renewed after {Tests} tests, "
        + "{Age}, {Growth} bytes of growth")]
    private static partial void Recycling(ILogger logger, int tests, TimeSpan age, long growth);

    [LoggerMessage(52, LogLevel.Warning, "A warm host could not be started")]
    private static partial void NeverStarted(ILogger logger, Exception exception);
}
