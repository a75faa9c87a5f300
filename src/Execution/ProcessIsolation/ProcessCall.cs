using System.Diagnostics;
using TestFlock.Contracts;
using TestFlock.Execution.Allure;
using TestFlock.Execution.Calls;
using TestFlock.Execution.HostLink;
using TestFlock.Execution.Output;
using TestFlock.Execution.ProcessTrees;
using TestFlock.Execution.Secrets;

namespace TestFlock.Execution.ProcessIsolation;

/// <summary>
/// One running <c>dotnet test</c> and everything that it starts, from its start to the death of the last of them.
/// </summary>
internal sealed class ProcessCall : ITestCall
{
    private const int TailBytes = 64 * 1024;

    private readonly HostTalk _talk = new();
    private readonly CallCommand _command;
    private readonly CallFolder _folder;
    private readonly CallFolders _folders;
    private readonly AllureDrop? _drop;
    private readonly SlotListener _listener = new();
    private readonly OutputCapture _output;
    private readonly IProcessTree _tree;
    private readonly TimeProvider _time;
    private readonly Task _ended;

    private ProcessCall(
        CallCommand command,
        IReadOnlyDictionary<string, string> environment,
        CallFolder folder,
        CallFolders folders,
        SecretValues secrets,
        AllureDrop? drop,
        TimeProvider time)
    {
        (_command, _folder, _folders, _drop, _time) = (command, folder, folders, drop, time);
        _output = new OutputCapture(folder.LogFile, TailBytes, secrets);
        _output.Write($"{command}\n\n");
        _tree = ProcessTree.Start(StartOf(command, environment), Path.GetFileName(_listener.Name));
        _ended = RunToEndAsync();
    }

    public bool HasHost => _talk.HasHost;

    public bool IsFirstOfProcess => true;

    public bool EndedInPeace => _talk.EndedInPeace;

    public int? ProcessId => _talk.ProcessId;

    public HostExited? Exit => _talk.Exits.FirstOrDefault();

    public string OutputTail => _output.Tail;

    public IReadOnlyList<HostNote> PlatformNotes => _talk.PlatformNotes;

    public string Command => _command.ToString();

    public string Folder => _folder.Path;

    public IEnumerable<string> Complaints
    {
        get
        {
            foreach (var fault in _listener.Faults)
                yield return fault;
            if (_talk.PlatformError is { Length: > 0 } error)
                yield return $"The platform said: {error.Trim()}";
            foreach (var note in _talk.FrameworkErrors)
                yield return $"The framework said: {note.Text.Trim()}";
        }
    }

    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public static ProcessCall Start(
        CallCommand command,
        IReadOnlyDictionary<string, string> environment,
        CallFolder folder,
        CallFolders folders,
        SecretValues secrets,
        AllureDrop? drop,
        TimeProvider time) => new(command, environment, folder, folders, secrets, drop, time);

    public async ValueTask<HostMessage?> HearAsync(CancellationToken cancellationToken)
    {
        while (await _listener.Messages.WaitToReadAsync(cancellationToken))
        {
            if (_listener.Messages.TryRead(out var said) && await _talk.HearAsync(said.From!, said.Message))
                return said.Message;
        }

        return null;
    }

    public void Kill() => _tree.Kill();

    public Task EndAsync() => _ended;

    public AttachmentSet? TakeAllureResults() => _drop?.Take(_folders.Release);

    public void Release() => _folders.Release(_folder.Path);

    public async ValueTask DisposeAsync()
    {
        Kill();
        _listener.Abandon();
        await _ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _listener.DisposeAsync();
        _output.Dispose();
        _tree.Dispose();
    }

    private ProcessStartInfo StartOf(CallCommand command, IReadOnlyDictionary<string, string> environment)
    {
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
        start.Environment[SlotEndpoint.Variable] = _listener.Name;
        return start;
    }

    private async Task RunToEndAsync()
    {
        var root = _tree.Root;
        root.StandardInput.Close();
        await ProcessOutput.CopyToEndAsync(
            root, (stream, token) => _output.CopyAsync(stream, null, token), _tree.Kill, _time);
        await _listener.CloseAsync();
    }
}
