using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Agent.Serving;
using TestFlock.Testing;

namespace TestFlock.Agent.Tests.Serving;

/// <summary>What a service manager asks that sends no signals.</summary>
public sealed class DrainSignalsTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly ManualTime _time = new();
    private readonly CancellationTokenSource _drain = new();
    private readonly CancellationTokenSource _leave = new();
    private readonly DrainSignals _signals;

    public DrainSignalsTests() => _signals = new DrainSignals(
        Limit, new ServiceControls(_drain.Token, _leave.Token), _time, NullLogger<DrainSignals>.Instance);

    public void Dispose()
    {
        _signals.Dispose();
        _drain.Dispose();
        _leave.Dispose();
    }

    [Fact]
    public void Drain_asked_letsTestsEndForTheTimeout()
    {
        _drain.Cancel();

        _signals.Drain.IsCancellationRequested.ShouldBeTrue();
        _time.Advance(Limit - TimeSpan.FromSeconds(1));
        _signals.Stop.IsCancellationRequested.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));
        _signals.Stop.IsCancellationRequested.ShouldBeTrue();
        _signals.OutOfPatience.IsCancellationRequested.ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Leave_asked_stopsAtOnceAlsoWhileItDrains(bool drains)
    {
        if (drains)
            _drain.Cancel();

        _leave.Cancel();

        _signals.Drain.IsCancellationRequested.ShouldBeTrue();
        _signals.Stop.IsCancellationRequested.ShouldBeTrue();
        _time.Advance(DrainSignals.LongestFarewell);
        _signals.OutOfPatience.IsCancellationRequested.ShouldBeTrue();
    }
}
