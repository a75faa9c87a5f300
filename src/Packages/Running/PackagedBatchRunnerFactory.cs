using TestFlock.Contracts;
using TestFlock.Core.Execution;

namespace TestFlock.Packages.Running;

/// <summary>Runners that first make sure that the tests' assemblies are here.</summary>
public sealed class PackagedBatchRunnerFactory(IBatchRunnerFactory inner, AgentPackages packages,
    TimeProvider time) : IBatchRunnerFactory
{
    public Isolation Isolation => inner.Isolation;

    public IBatchRunner Create(int slot) => new PackagedBatchRunner(inner.Create(slot), packages, time);
}
