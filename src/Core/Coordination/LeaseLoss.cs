namespace TestFlock.Core.Coordination;

/// <summary>Why a lease ended before its work.</summary>
public enum LeaseLoss
{
    /// <summary>It could not be renewed in time; others may hold the right now.</summary>
    Expired,

    /// <summary>The run was cancelled.</summary>
    RunCancelled,

    /// <summary>The run ended, or its coordinator is gone.</summary>
    RunGone,
}
