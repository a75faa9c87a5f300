using System.Collections.Concurrent;
using System.Diagnostics;
using TestFlock.Contracts;
using TestFlock.Execution.Allure;
using TestFlock.Execution.Calls;
using TestFlock.Execution.HostLink;
using TestFlock.Execution.Output;
using TestFlock.Execution.ProcessTrees;
using TestFlock.Execution.Secrets;

namespace TestFlock.Execution.Warm;

/// <summary>
/// One test host that is kept, and everything that it starts: from its start, over any number of selections, to its
/// death.
/// </summary>
internal sealed class WarmHost : IAsyncDisposable
{
    private const int TailBytes = 64 * 1024;
    private const long LongestLog = 32 * 1024 * 1024;

    // The platform itself gives a test host no more than a tenth of a second.
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromMilliseconds(500);

    private readonly SlotListener _listener = new();
    private readonly TestHostDoor _door = new();
    private readonly CancellationTokenSource _gone = new();
    private readonly ConcurrentQueue<string> _platformSaid = [];
    private readonly OutputCapture _output;
    private readonly SpokenLines _standardOutput;
    private readonly SpokenLines _standardError;
    private readonly IProcessTree _tree;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly Task _served;
    private readonly Task<HostConnection?> _met;
    private long _firstMemory;
    private string _outputMark = "(none)";

    private WarmHost(
        ProcessStartInfo start,
        string settingsXml,
        string source,
        HostFolder folder,
        AllureDrop? drop,
        bool forwardsOutput,
        SecretValues secrets,
        TimeProvider time)
    {
        AllureDrop = drop;
        _time = time;
        _started = time.GetTimestamp();
        Folder = folder;
        _output = new OutputCapture(folder.LogFile, TailBytes, secrets, LongestLog);
        TestHostStart.Complete(start, _door.Address, _listener.Name);
        _output.Write($"{start.FileName} {string.Join(' ', start.ArgumentList)}\n\n");
        _tree = ProcessTree.Start(start, Path.GetFileName(_listener.Name));
        _standardOutput = LinesOf(_tree.Root.StandardOutput, forwardsOutput);
        _standardError = LinesOf(_tree.Root.StandardError, forwardsOutput);
        Ended = RunToEndAsync();
        _served = ServeDoorAsync(source, settingsXml);
        _met = MeetAsync(settingsXml);
    }

    public HostFolder Folder { get; }

    /// <summary>Null when nobody gathers what Allure's own adapters write.</summary>
    public AllureDrop? AllureDrop { get; }

    /// <summary>
    /// Completes when the process and all that came of it are gone, and everything they said can be heard.
    /// </summary>
    public Task Ended { get; }

    public bool IsAlive => !Ended.IsCompleted;

    /// <summary>Whether the host asked for work.</summary>
    public bool HasAsked => _met is { IsCompletedSuccessfully: true, Result: not null };

    /// <summary>Completes when the host asks for work, or is gone.</summary>
    public Task Ready => _met;

    public int ProcessId => _tree.Root.Id;

    /// <summary>Null while it lives.</summary>
    public HostExited? Exit { get; private set; }

    /// <summary>Tests that it was given.</summary>
    public int Tests { get; private set; }

    /// <summary>Whether both of its streams can be waited for; a test can close them.</summary>
    public bool IsMarkingOutput { get; set; } = true;

    public TimeSpan Age => _time.GetElapsedTime(_started);

    /// <summary>Bytes by which it grew since its first selection was done.</summary>
    public long Growth { get; private set; }

    /// <summary>The last that the current selection's tests wrote.</summary>
    public string OutputTail => _output.Tail.Replace($"{_outputMark}\n", "", StringComparison.Ordinal);

    /// <inheritdoc cref="IProcessTree.HasChildren"/>
    public bool? HasChildren => _tree.HasChildren;

    /// <summary>What went wrong outside the framework.</summary>
    public IEnumerable<string> Faults =>
        _listener.Faults.Concat(_platformSaid.Select(text => $"The platform said: {text.Trim()}"));

    /// <exception cref="FileNotFoundException">The assembly's output has no test host.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public static WarmHost Start(
        string dotnet, string source, RunManifest manifest, HostFolder folder, TimeProvider time)
    {
        var environment = CallEnvironment.For(manifest, Environment.GetEnvironmentVariables());
        var settings = CallSettings.ForWarmHost(manifest.SettingsXml, folder.Results);
        var drop = AllureDrop.Open(manifest, folder.Path, source, environment);
        var start = TestHostStart.For(source, dotnet, environment, settings);
        var forwardsOutput = ForwardedOutput.IsWanted(settings, environment);
        return new WarmHost(start, settings, source, folder, drop, forwardsOutput, SecretValues.Of(manifest), time);
    }

    /// <summary>Gives it work; false when it is gone.</summary>
    public async Task<bool> TryRunAsync(RunSelection selection)
    {
        if (await _met is not { } adapter)
            return false;
        _outputMark = selection.OutputMark!;
        _output.ForgetTail();
        _standardOutput.LookFor(_outputMark);
        _standardError.LookFor(_outputMark);
        Tests += selection.Cases.Count;
        return await adapter.TryTellAsync(selection);
    }

    /// <summary>The next that it says; null when it is gone and everything was heard.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing is lost.</exception>
    public async ValueTask<HostMessage?> HearAsync(CancellationToken cancellationToken)
    {
        await _met.WaitAsync(cancellationToken);
        while (await _listener.Messages.WaitToReadAsync(cancellationToken))
        {
            if (_listener.Messages.TryRead(out var said))
                return said.Message;
        }

        return null;
    }

    /// <summary>Takes its measure after a selection.</summary>
    public void Weigh()
    {
        if (!IsAlive)
            return;
        try
        {
            _tree.Root.Refresh();
            var memory = _tree.Root.WorkingSet64;
            _firstMemory = _firstMemory == 0 ? memory : _firstMemory;
            Growth = memory - _firstMemory;
        }
        catch (InvalidOperationException)
        {
            // It died just now.
        }
    }

    public void Kill() => _tree.Kill();

    public async ValueTask DisposeAsync()
    {
        await LetGoAsync();
        Kill();
        _listener.Abandon();
        await Ended;
        await _served;
        _door.Dispose();
        await _listener.DisposeAsync();
        _output.Dispose();
        _tree.Dispose();
        _gone.Dispose();
    }

    // Natively a test process ends in peace, and what its tests registered for its exit runs.
    private async Task LetGoAsync()
    {
        if (!IsAlive || !_met.IsCompletedSuccessfully || await _met is not { } adapter
            || !await adapter.TryTellAsync(new EndHost()))
            return;
        using var tooLong = new CancellationTokenSource(LongestGoodbye, _time);
        await Ended.WaitAsync(tooLong.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<HostConnection?> MeetAsync(string settingsXml)
    {
        while (await _listener.Messages.WaitToReadAsync())
        {
            if (!_listener.Messages.TryRead(out var said)
                || said is not { From: { } from, Message: HostHello { Part: HostPart.WarmHost } })
            {
                continue;
            }

            return await from.TryTellAsync(new SlotWelcome { SettingsXml = settingsXml }) ? from : null;
        }

        return null;
    }

    private async Task ServeDoorAsync(string source, string settingsXml)
    {
        try
        {
            await _door.StartRunAsync(source, settingsXml, _gone.Token);
            await _door.WaitForEndAsync(_platformSaid.Enqueue, _gone.Token);
            await _door.SayGoodbyeAsync(_gone.Token);
        }
        catch (OperationCanceledException)
        {
            // The host is gone, and may never have needed the platform; why it left, its exit and its output say.
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            // Without its platform a test host that the platform started has nothing to do.
            _output.Write($"\nThe connection to the test host ended: {e.Message}\n");
            Kill();
        }
    }

    private SpokenLines LinesOf(StreamReader reader, bool forwarded) => new(
        reader.CurrentEncoding,
        line => forwarded ? _listener.AddAsync(new HostNote { Level = NoteLevel.Informational, Text = line }) : default,
        mark => _listener.AddAsync(new OutputMarked(mark)));

    private async Task RunToEndAsync()
    {
        var root = _tree.Root;
        var error = root.StandardError.BaseStream;
        await ProcessOutput.CopyToEndAsync(
            root,
            (stream, token) => _output.CopyAsync(stream, stream == error ? _standardError : _standardOutput, token),
            _tree.Kill,
            _time);
        Exit = new HostExited { ProcessId = root.Id, ExitCode = root.ExitCode };
        await _gone.CancelAsync();
        await _listener.CloseAsync();
    }
}
