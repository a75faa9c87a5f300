using System.Globalization;
using TestFlock.Core.Transport;

namespace TestFlock.Tests.Conformance.Faults;

/// <summary>
/// No attempt is lost or counted twice, over runs in which agents die, reports come twice or late, batches come again
/// or vanish. TESTFLOCK_FAULT_SEED=n runs that one seed again; TESTFLOCK_FAULT_SEEDS=n so many from the first.
/// </summary>
public abstract class FaultConformance
{
    private const string Seed = "TESTFLOCK_FAULT_SEED";
    private const string Seeds = "TESTFLOCK_FAULT_SEEDS";
    private const int UsualSeeds = 200;

    protected abstract IRunTransportFactory Runs { get; }

    protected abstract Task<IAgentTransport> ConnectAgentAsync();

    [Fact]
    public async Task Nothing_is_lost_or_counted_twice_whatever_fails()
    {
        var faults = new List<string>();
        await using var agents = await ConnectAgentAsync();
        foreach (var seed in SeedsToRun())
        {
            // Enough to look into.
            if (faults.Count > 3)
                break;
            var found = await new FaultyRun(seed).RunAsync(Runs, agents);
            faults.AddRange(found.Select(fault => $"{Seed}={seed}: {fault}"));
        }

        faults.ShouldBeEmpty();
    }

    private static IEnumerable<int> SeedsToRun() =>
        Number(Seed) is { } one ? [one] : Enumerable.Range(1, Number(Seeds) ?? UsualSeeds);

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;
}
