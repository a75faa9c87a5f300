using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;

namespace TestFlock.Agent.Serving;

/// <summary>
/// The first SIGTERM or Ctrl-C lets running tests end, for a bounded time, and takes nothing new; the second stops at
/// once. A service manager asks the same by its controls.
/// </summary>
internal sealed partial class DrainSignals : IDisposable
{
    /// <summary>How long a stop may take that waits for a server, such as one that is away.</summary>
    public static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _drain = new();
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenSource _outOfPatience;
    private readonly TimeSpan _timeout;
    private readonly ILogger<DrainSignals> _logger;
    private readonly IDisposable[] _registrations;
    private int _signals;

    public DrainSignals(
        TimeSpan timeout, ServiceControls controls, TimeProvider time, ILogger<DrainSignals> logger)
    {
        (_timeout, _logger) = (timeout, logger);
        _stop = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _outOfPatience = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _stop.Token.Register(() => _outOfPatience.CancelAfter(LongestFarewell));
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
            controls.Drain.Register(() => DrainUnlessDraining("The stop control")),
            controls.Leave.Register(() => StopAtOnce("Shutdown")),
        ];
    }

    /// <summary>Take nothing new; what runs, ends.</summary>
    public CancellationToken Drain => _drain.Token;

    /// <summary>Stop what runs, too.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Leave, whatever is not done.</summary>
    public CancellationToken OutOfPatience => _outOfPatience.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _drain.Dispose();
        _stop.Dispose();
        _outOfPatience.Dispose();
    }

    /// <summary>
    /// Somebody asked for it without a signal (<c>testflock drain</c>); asking again changes nothing, and a signal that
    /// comes later is still the first.
    /// </summary>
    public void DrainFromElsewhere() => DrainUnlessDraining("testflock drain");

    private void DrainUnlessDraining(string why)
    {
        if (!_drain.IsCancellationRequested)
            BeginDrain(why);
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        // Signals that come together are handled on threads of their own.
        if (Interlocked.Increment(ref _signals) > 1)
        {
            StopAtOnce($"{context.Signal} again");
            return;
        }

        BeginDrain(context.Signal.ToString());
    }

    private void BeginDrain(string why)
    {
        Drains(_logger, why, _timeout);
        _stop.CancelAfter(_timeout);
        _drain.Cancel();
    }

    private void StopAtOnce(string why)
    {
        StopsAtOnce(_logger, why);
        _stop.Cancel();
        _drain.Cancel();
    }

    [LoggerMessage(511, LogLevel.Information,
        "{Why}: nothing new is taken; running tests have {Timeout} to end. A second signal stops them at once")]
    private static partial void Drains(ILogger logger, string why, TimeSpan timeout);

    [LoggerMessage(512, LogLevel.Warning, "{Why}: running tests are stopped, and go back to their queues")]
    private static partial void StopsAtOnce(ILogger logger, string why);
}
