using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Fidelity;

/// <summary>What a run of a corpus told, as a multiset: a result counts as often as it was reported.</summary>
public sealed record CorpusRun(CommandResult Command, IReadOnlyDictionary<CorpusResult, int> Results)
{
    public static async Task<CorpusRun> OfAsync(string assembly, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("testflock-corpus-").FullName;
        try
        {
            var command = await Support.Command.DotnetAsync(
                Repository.Folder,
                new Dictionary<string, string>(),
                ["test", assembly, "--logger", "trx;LogFileName=run.trx", "--results-directory", folder, .. options]);
            var results = TrxReport.Read(Path.Combine(folder, "run.trx")).Select(CorpusResult.Of);
            return new CorpusRun(command, results.CountBy(r => r).ToDictionary());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Fails with the first differences and the console's last lines.</summary>
    public void ShouldTellWhat(CorpusRun other)
    {
        var differences = Results.Keys.Union(other.Results.Keys)
            .Select(r => (Result: r, Here: Results.GetValueOrDefault(r), There: other.Results.GetValueOrDefault(r)))
            .Where(d => d.Here != d.There)
            .Select(d => $"{d.Here} × here, {d.There} × natively: {d.Result}")
            .ToArray();
        differences.ShouldBeEmpty(
            $"{differences.Length} differences: {string.Join('\n', differences.Take(10))}\n{string.Join('\n', Command.Lines.TakeLast(15))}");
        Command.ExitCode.ShouldBe(other.Command.ExitCode);
    }
}
