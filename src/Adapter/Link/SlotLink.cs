using System.Diagnostics;
using System.IO.Pipes;
using TestFlock.Contracts;

namespace TestFlock.Link;

/// <summary>
/// This process's connection to the slot that started it. While it is open the two live and die together: whoever kills
/// an agent must not leave its tests running, so a broken connection ends this process.
/// </summary>
internal sealed class SlotLink : IDisposable
{
    // The slot listens before it starts a process; what does not answer by then is dead.
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    // Longer than a fast test takes, so that its words travel with the next one's; far below what a person would
    // notice.
    private static readonly TimeSpan LongestGathering = TimeSpan.FromMilliseconds(10);

    private readonly NamedPipeClientStream _pipe;
    private readonly MessageWriter<HostMessage> _writer;
    private readonly TaskCompletionSource<SlotWelcome> _welcomed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<SlotMessage> _heard;
    private readonly Timer _gathered;
    private int _isGathering;
    private volatile bool _isClosed;

    private SlotLink(NamedPipeClientStream pipe, Action<SlotMessage> heard)
    {
        _pipe = pipe;
        _heard = heard;
        _writer = new MessageWriter<HostMessage>(pipe, WireFormats.Host);
        _gathered = new Timer(_ => Flush());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Flush();
    }

    /// <summary>
    /// The connection, with the slot's welcome received; null when no slot started this process. When the slot that did
    /// is gone, this does not return: the process ends.
    /// </summary>
    /// <param name="part">Who speaks.</param>
    /// <param name="heard">What the slot asks for; called on a thread of the pool, one message at a time.</param>
    public static SlotLink? TryOpen(HostPart part, Action<SlotMessage>? heard = null)
    {
        var endpoint = Environment.GetEnvironmentVariable(SlotEndpoint.Variable);
        if (string.IsNullOrEmpty(endpoint))
            return null;

        var pipe = new NamedPipeClientStream(
            ".", endpoint, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        try
        {
            pipe.Connect(ConnectTimeout);
            var link = new SlotLink(pipe, heard ?? (_ => { }));
            _ = link.ListenAsync();
            link.Tell(new HostHello { Part = part, ProcessId = Environment.ProcessId });

            // Without the answer, a connection that was made in the slot's last moment would be taken for a living one.
            link._welcomed.Task.GetAwaiter().GetResult();
            return link;
        }
        catch (Exception e) when (e is IOException or TimeoutException or UnauthorizedAccessException)
        {
            EndProcess();
            throw;
        }
    }

    /// <summary>The slot's first word.</summary>
    public SlotWelcome Welcome => _welcomed.Task.Result;

    /// <summary>Returns when the message has left this process, and all before it.</summary>
    public void Tell(HostMessage message) => Do(() => _writer.Write(message));

    /// <summary>
    /// For what need not be known at once, since nothing dangerous comes after it: it leaves with the next that is
    /// told, or soon.
    /// </summary>
    public void TellSoon(HostMessage message)
    {
        Do(() => _writer.Gather(message));
        if (Interlocked.Exchange(ref _isGathering, 1) == 0)
            _gathered.Change(LongestGathering, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Everything was told; from here on the slot's end is none of ours.</summary>
    public void Dispose()
    {
        Flush();
        _isClosed = true;
        _gathered.Dispose();
        _pipe.Dispose();
        _writer.Dispose();
    }

    private void Flush()
    {
        Interlocked.Exchange(ref _isGathering, 0);
        if (!_isClosed)
            Do(_writer.Flush);
    }

    private void Do(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            if (!_isClosed)
                EndProcess();
        }
    }

    private async Task ListenAsync()
    {
        try
        {
            var reader = new MessageReader<SlotMessage>(_pipe, WireFormats.Slot);
            await foreach (var message in reader.ReadAllAsync().ConfigureAwait(false))
            {
                if (message is SlotWelcome welcome)
                    _welcomed.TrySetResult(welcome);
                else
                    _heard(message);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The same as an end of the stream.
        }

        if (!_isClosed)
            EndProcess();
    }

    // Not Environment.Exit: it runs the tests' own exit handlers, and a blocked one would keep the process alive.
    private static void EndProcess() => Process.GetCurrentProcess().Kill();
}
