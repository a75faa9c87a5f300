namespace TestFlock.Core.Runs;

/// <summary>Why a run ends before all its tests did.</summary>
internal enum RunStop
{
    /// <summary>The user's wish: what did not run is not told, as natively.</summary>
    Cancelled,

    /// <summary>Somebody else's wish: whoever waits for the results is told which there are not.</summary>
    CancelledElsewhere,

    /// <summary>The run's time-out passed: what did not finish is told as failed.</summary>
    TimedOut,
}
