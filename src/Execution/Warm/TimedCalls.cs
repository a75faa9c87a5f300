using TestFlock.Contracts;
using TestFlock.Execution.Calls;

namespace TestFlock.Execution.Warm;

/// <summary>
/// Measures a portion: what its first call cost before a test began, and what came after. The start of a host is in
/// neither: it is not made more often for smaller calls.
/// </summary>
internal sealed class TimedCalls(ICallStarter calls, TimeProvider time) : ICallStarter
{
    private long? _started;
    private long? _firstTest;

    /// <summary>Whether any test began.</summary>
    public bool HasBegun => _firstTest is not null;

    public async Task<ITestCall> StartAsync(RunManifest manifest, IReadOnlyList<TestCase> cases, CallManner manner)
    {
        var call = await calls.StartAsync(manifest, cases, manner);
        _started ??= time.GetTimestamp();
        return call;
    }

    /// <param name="happened">Of the portion.</param>
    public void Take(AgentEvent happened)
    {
        // A test that is skipped may have a result and no start.
        if (happened is AttemptStarted or ResultArrived)
            _firstTest ??= time.GetTimestamp();
    }

    /// <summary>The portion is over; only when a test began.</summary>
    /// <param name="size">Learns of it.</param>
    /// <param name="tests">How many the portion had.</param>
    public void TellTo(PortionSize size, int tests)
    {
        if (_started is { } started && _firstTest is { } first)
            size.Learn(tests, time.GetElapsedTime(started, first), time.GetElapsedTime(first));
    }
}
