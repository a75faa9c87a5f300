using System.Runtime.InteropServices;

namespace TestFlock.Agent.Run;

/// <summary>
/// Ctrl-C in a terminal reaches this process too, but the wish to cancel comes from the adapter, which must hear of the
/// results so far. A termination is for this process: its run fails, its tests are stopped.
/// </summary>
internal sealed class TerminationSignals : IDisposable
{
    private readonly CancellationTokenSource _terminated = new();
    private readonly PosixSignalRegistration[] _registrations;

    public TerminationSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true),
        PosixSignalRegistration.Create(PosixSignal.SIGQUIT, context => context.Cancel = true),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Terminate),
    ];

    public CancellationToken Terminated => _terminated.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _terminated.Dispose();
    }

    private void Terminate(PosixSignalContext context)
    {
        context.Cancel = true;
        _terminated.Cancel();
    }
}
