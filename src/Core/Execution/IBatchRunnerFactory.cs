using TestFlock.Contracts;

namespace TestFlock.Core.Execution;

/// <summary>Gives a slot the runner for one kind of isolation; the slot keeps it and disposes it.</summary>
public interface IBatchRunnerFactory
{
    Isolation Isolation { get; }

    /// <param name="slot">From 1; names the runner's folders and logs.</param>
    IBatchRunner Create(int slot);
}
