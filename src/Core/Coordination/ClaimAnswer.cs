namespace TestFlock.Core.Coordination;

/// <summary>Whether a delivered batch may be run.</summary>
public enum ClaimAnswer
{
    /// <summary>Run it.</summary>
    Granted,

    /// <summary>Its results are reported already: acknowledge the delivery.</summary>
    Done,

    /// <summary>Another living agent runs it: keep the delivery, ask again later.</summary>
    Held,

    /// <summary>This lease ended before it could claim anything: return the delivery.</summary>
    LeaseLost,
}
