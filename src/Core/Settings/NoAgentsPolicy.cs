namespace TestFlock.Core.Settings;

/// <summary>
/// What becomes of tests that no living agent can run, once <see cref="TimeoutOptions.Agent"/> is over.
/// </summary>
public enum NoAgentsPolicy
{
    /// <summary>They fail, each with the requirement that is not met and the nearest agents.</summary>
    Fail,

    /// <summary>They wait until such an agent appears or the run's time is over.</summary>
    Wait,

    /// <summary>They run on the caller's machine.</summary>
    Local,
}
