namespace TestFlock.Execution.Warm;

/// <summary>
/// A warm host on its way: it waits for its turn, starts, and asks for work. Until then it can be given up, since a run
/// that has ended must not wait for hosts that nobody needs any more.
/// </summary>
internal sealed class HostStart : IDisposable
{
    private readonly CancellationTokenSource _givenUp = new();

    /// <param name="gate">Lets it start.</param>
    /// <param name="start">Starts the process.</param>
    public HostStart(StartGate gate, Func<WarmHost> start) => Host = StartAsync(gate, start);

    /// <summary>
    /// Completes when the host asks for work, or is gone. Fails with what kept it from starting; cancelled when it was
    /// given up before its turn.
    /// </summary>
    public Task<WarmHost> Host { get; }

    /// <summary>Whether it can be given up no longer.</summary>
    public bool IsOver => Host.IsCompleted;

    /// <summary>Ends what is still on its way; nothing happens to a host that has asked for work.</summary>
    public void GiveUp() => _givenUp.Cancel();

    /// <summary>To be called when it is over.</summary>
    public void Dispose() => _givenUp.Dispose();

    private async Task<WarmHost> StartAsync(StartGate gate, Func<WarmHost> start)
    {
        using var turn = await gate.EnterAsync(_givenUp.Token);
        var host = start();
        await using var end = _givenUp.Token.Register(host.Kill);
        await host.Ready;
        return host;
    }
}
