using TestFlock.Contracts;

namespace TestFlock.Execution.Calls;

/// <summary>Makes calls in the way of one kind of isolation.</summary>
internal interface ICallStarter
{
    /// <param name="manifest">What the run's batches have in common.</param>
    /// <param name="cases">What to run, in this order where the framework allows it.</param>
    /// <param name="manner">How, where this kind of isolation has a choice.</param>
    Task<ITestCall> StartAsync(RunManifest manifest, IReadOnlyList<TestCase> cases, CallManner manner);
}

/// <param name="Afresh">In a process that has run nothing before.</param>
/// <param name="InTurn">
/// One test at a time. Units that came together by chance must not run side by side in a slot, which counts as one
/// test; what one unit holds, the framework may run as it would natively.
/// </param>
/// <param name="StopsAtFailure">Nothing more runs after a failed test.</param>
internal readonly record struct CallManner(bool Afresh, bool InTurn, bool StopsAtFailure)
{
    /// <summary>The trace that spans of the tests themselves join, as W3C's traceparent; null: none.</summary>
    public string? TraceParent { get; init; }
}
