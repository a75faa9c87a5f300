using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Fidelity;

/// <summary>What a run of a corpus told.</summary>
public sealed record CorpusRun(CommandResult Command, IReadOnlyList<CorpusResult> Results)
{
    /// <summary>
    /// Fails with the first differences, and the console's last lines, unless it is the same multiset.
    /// </summary>
    public void ShouldTellWhat(CorpusRun other, Func<CorpusResult, CorpusResult>? likened = null)
    {
        var (here, there) = (Counted(likened), other.Counted(likened));
        var differences = here.Keys.Union(there.Keys)
            .Select(r => (Result: r, Here: here.GetValueOrDefault(r), There: there.GetValueOrDefault(r)))
            .Where(d => d.Here != d.There)
            .Select(d => $"{d.Here} × here, {d.There} × natively: {d.Result}")
            .ToArray();
        differences.ShouldBeEmpty(
            $"{differences.Length} differences: "
                + $"{string.Join('\n', differences.Take(10))}\n{string.Join('\n', Command.Lines.TakeLast(15))}");
        Command.ExitCode.ShouldBe(other.Command.ExitCode);
    }

    private Dictionary<CorpusResult, int> Counted(Func<CorpusResult, CorpusResult>? likened) =>
        Results.Select(likened ?? (result => result)).CountBy(result => result).ToDictionary();
}
