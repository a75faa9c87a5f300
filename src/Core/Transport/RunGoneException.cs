using TestFlock.Contracts;

namespace TestFlock.Core.Transport;

/// <summary>The run ended, or its coordinator is gone for good.</summary>
public sealed class RunGoneException(RunId run)
    : Exception($"Run {run} is gone: nobody gathers its results any more.")
{
    public RunId Run { get; } = run;
}
