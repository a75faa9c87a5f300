namespace TestFlock.Redis.Overview;

/// <summary>Whether an agent was asked to leave.</summary>
public enum DrainAnswer
{
    /// <summary>It hears of it at once, or within a heartbeat.</summary>
    Asked,

    /// <summary>None of this name lives.</summary>
    NoSuchAgent,

    /// <summary>It is of a version that does not know how; a SIGTERM does the same.</summary>
    TooOld,
}
