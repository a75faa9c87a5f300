using System.Diagnostics;
using TestFlock.Contracts;
using TestFlock.Execution.HostLink;
using TestFlock.Execution.Output;
using TestFlock.Execution.ProcessTrees;

namespace TestFlock.Execution.ProcessIsolation;

/// <summary>One running <c>dotnet test</c> and everything that it starts, from its start to the death of the last of them.</summary>
internal sealed class TestCall : IAsyncDisposable
{
    private const int TailBytes = 16 * 1024;

    // What is killed closes its streams at once; a process of another user that holds them open must not hold the slot.
    private static readonly TimeSpan LongestWaitForStreams = TimeSpan.FromSeconds(2);

    private readonly SlotListener _listener;
    private readonly OutputCapture _output;
    private readonly IProcessTree _tree;
    private readonly TimeProvider _time;
    private readonly Task<int> _ended;

    private TestCall(SlotListener listener, OutputCapture output, IProcessTree tree, TimeProvider time)
    {
        _listener = listener;
        _output = output;
        _tree = tree;
        _time = time;
        _ended = RunToEndAsync();
    }

    /// <summary>What the call's processes say.</summary>
    public HostTalk Talk { get; } = new();

    /// <summary>What they said and could not be understood.</summary>
    public IEnumerable<string> Faults => _listener.Faults;

    /// <summary>The last of what they wrote.</summary>
    public string OutputTail => _output.Tail;

    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public static TestCall Start(
        CallCommand command, IReadOnlyDictionary<string, string> environment, CallFolder folder, TimeProvider time)
    {
        var listener = new SlotListener();
        var output = new OutputCapture(folder.LogFile, TailBytes);
        output.Write($"{command}\n\n");
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            WorkingDirectory = command.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.Environment[SlotEndpoint.Variable] = listener.Name;
        return new TestCall(listener, output, ProcessTree.Start(start, Path.GetFileName(listener.Name)), time);
    }

    /// <summary>The next thing that concerns the run; null when the call is over and everything was heard.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing is lost.</exception>
    public async ValueTask<HostMessage?> HearAsync(CancellationToken cancellationToken)
    {
        while (await _listener.Messages.WaitToReadAsync(cancellationToken))
        {
            if (_listener.Messages.TryRead(out var said) && await Talk.HearAsync(said.From, said.Message))
                return said.Message;
        }

        return null;
    }

    /// <summary>Kills every process of the call. <see cref="HearAsync"/> then soon comes to its end.</summary>
    public void Kill() => _tree.Kill();

    /// <summary>The exit code of <c>dotnet test</c> itself.</summary>
    public Task<int> EndAsync() => _ended;

    public async ValueTask DisposeAsync()
    {
        Kill();
        _listener.Abandon();
        await ((Task)_ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _listener.DisposeAsync();
        _output.Dispose();
        _tree.Dispose();
    }

    private async Task<int> RunToEndAsync()
    {
        var root = _tree.Root;
        root.StandardInput.Close();
        using var tooLong = new CancellationTokenSource();
        var copying = Task.WhenAll(
            _output.CopyAsync(root.StandardOutput.BaseStream, tooLong.Token),
            _output.CopyAsync(root.StandardError.BaseStream, tooLong.Token));
        await root.WaitForExitAsync();

        // Natively, what a test leaves behind lives on; on a build host it would pile up, and it holds the streams open.
        _tree.Kill();
        await Task.WhenAny(copying, Task.Delay(LongestWaitForStreams, _time, tooLong.Token));
        await tooLong.CancelAsync();
        await copying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _listener.CloseAsync();
        return root.ExitCode;
    }
}
