namespace TestFlock.Agent.Provisioning;

/// <summary>What is to be done with an agent of a pool.</summary>
internal enum PoolAction
{
    /// <summary>It is wanted.</summary>
    Start,

    /// <summary>It is not wanted, and asked to leave.</summary>
    Retire,

    /// <summary>It has left, as it was asked to.</summary>
    Remove,

    /// <summary>It is gone, and nobody asked it.</summary>
    RemoveLost,

    /// <summary>It never came.</summary>
    RemoveMissing,

    /// <summary>The pool ends: it is asked to leave, and taken away.</summary>
    Dismiss,
}

/// <inheritdoc cref="PoolAction"/>
/// <param name="Action">What.</param>
/// <param name="Agent">Whom, by name.</param>
internal sealed record PoolStep(PoolAction Action, string Agent);
