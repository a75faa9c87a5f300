namespace TestFlock.Acceptance.Tests.Fidelity;

public sealed class NUnitCorpusTests : CorpusTests
{
    [Theory]
    [InlineData("NUnit adapter 6")]
    [InlineData("NUnit adapter 5")]
    public Task It_tells_the_same_natively_in_pass_through_and_on_a_flock(string name) => ShouldTellTheSameAsync(name);
}

public sealed class XunitV2CorpusTests : CorpusTests
{
    [Fact]
    public Task It_tells_the_same_natively_in_pass_through_and_on_a_flock() => ShouldTellTheSameAsync("xUnit v2");
}

public sealed class XunitV3CorpusTests : CorpusTests
{
    [Fact]
    public Task It_tells_the_same_natively_in_pass_through_and_on_a_flock() => ShouldTellTheSameAsync("xUnit v3");
}

public sealed class MSTestCorpusTests : CorpusTests
{
    [Theory]
    [InlineData("MSTest 4")]
    [InlineData("MSTest 3")]
    public Task It_tells_the_same_natively_in_pass_through_and_on_a_flock(string name) => ShouldTellTheSameAsync(name);
}

/// <summary>
/// A hostile corpus: tests that are hard to name, to select, to run and to report tell the same natively, with TestFlock
/// standing in front, and when they run on a flock. (A TRX report does not keep the order: PassThroughTests compare
/// that.)
/// </summary>
public abstract class CorpusTests
{
    /// <summary>
    /// Twins, overloads and names that differ in nothing but case: what is most easily mistaken for another.
    /// </summary>
    private const string Likely = "FullyQualifiedName~LikenessTests";

    private protected static async Task ShouldTellTheSameAsync(string name)
    {
        var corpus = Corpus.All.Single(c => c.Name == name);
        var (nativeOutput, flockOutput) = (await corpus.BuildNativeAsync(), await corpus.BuildWithTestFlockAsync());
        using var place = new CorpusPlace(corpus);

        place.Take(nativeOutput);
        var native = await place.RunAsync();
        var nativeFew = await place.RunAsync("--filter", Likely);
        native.Results.Count.ShouldBeGreaterThan(800, native.Command.ToString());
        nativeFew.Results.Count.ShouldBeInRange(20, 40, nativeFew.Command.ToString());

        place.Take(flockOutput);
        (await place.RunAsync()).ShouldTellWhat(native);
        (await OnFlockAsync("assembly-by-process")).ShouldTellWhat(native, result => result.Anyhow());
        (await OnFlockAsync("classes-by-warm-host")).ShouldTellWhat(native, result => result.Anyhow());
        // Each test a call of its own costs a second: so only a few of them.
        (await OnFlockAsync("tests-by-process", "--filter", Likely)).ShouldTellWhat(
            nativeFew, result => result.Anyhow());

        Task<CorpusRun> OnFlockAsync(string settings, params string[] options) =>
            place.RunAsync(
                ["--settings", Path.Combine(AppContext.BaseDirectory, "Fidelity", settings + ".runsettings"),
                    .. options]);
    }
}
