namespace TestFlock.Acceptance.Tests.Fidelity;

/// <summary>
/// Tests that are hard to name, to select, to run and to report tell the same natively, with TestFlock standing in front, and
/// when they run on a flock.
/// </summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Corpora => [.. Corpus.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Corpora))]
    public async Task A_hostile_corpus_tells_the_same_natively_in_pass_through_and_on_a_flock(string name)
    {
        var corpus = Corpus.All.Single(c => c.Name == name);
        var native = await CorpusRun.OfAsync(await corpus.BuildNativeAsync());
        var assembly = await corpus.BuildWithTestFlockAsync();
        native.Results.Values.Sum().ShouldBeGreaterThan(500, native.Command.ToString());

        var passThrough = await CorpusRun.OfAsync(assembly);
        var flock = await CorpusRun.OfAsync(assembly, "--settings", SettingsFile());

        passThrough.ShouldTellWhat(native);
        flock.ShouldTellWhat(native);
    }

    // Whole classes: a corpus has up to a thousand methods, and process isolation costs a second for each unit.
    private static string SettingsFile() => Path.Combine(AppContext.BaseDirectory, "Fidelity", "classes.runsettings");
}
