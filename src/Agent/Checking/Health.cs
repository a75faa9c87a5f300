namespace TestFlock.Agent.Checking;

/// <summary>How something is.</summary>
internal enum Health
{
    Good,

    /// <summary>It works, and may not go on to.</summary>
    Doubtful,

    Bad,
}
