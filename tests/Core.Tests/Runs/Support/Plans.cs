using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Runs;
using TestFlock.Testing;

namespace TestFlock.Core.Tests.Runs.Support;

/// <summary>Runs and agents of which nothing matters but what a test names.</summary>
internal static class Plans
{
    public static RunId Run { get; } = new("own");

    public static RunPlan Of(EnvironmentCapacity? environment, params Batch[] batches) => new()
    {
        Manifest = Manifests.Plain with { Run = Run, Isolation = Isolation.Warm },
        Share = new RunShare { Priority = RunPriority.Normal, Environment = environment },
        Cases =
        [
            .. batches.SelectMany(batch => batch.Units).SelectMany(unit => unit.Attempts).Select(a => a.Case),
        ],
        Batches = batches,
    };

    /// <summary>A test of this class, for itself.</summary>
    public static Unit UnitOf(int ordinal, string type) => new()
    {
        Name = type,
        Attempts =
        [
            new RequestedAttempt
            {
                Id = new AttemptId(ordinal, 1),
                Case = new TestCase
                {
                    Id = Guid.NewGuid(),
                    FullyQualifiedName = $"{type}.Test{ordinal}",
                    DisplayName = $"Test{ordinal}",
                    Source = "shop.dll",
                    ExecutorUri = "executor://any",
                },
            },
        ],
    };

    public static AgentDescription Agent(string name, int slots) => new()
    {
        Name = name,
        Slots = slots,
        Version = "0",
        Capabilities = new Dictionary<string, string> { [AgentDescription.NameCapability] = name },
    };
}
