using TestFlock.Contracts;
using TestFlock.Core.History;
using TestFlock.Core.Reporting;
using TestFlock.Local.Resuming;
using TestFlock.Local.Tests.Support;
using TestFlock.Testing;

namespace TestFlock.Local.Tests.Resuming;

public sealed class RunJournalsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testflock-journals-").FullName;
    private readonly TestCase _test = Cases.Named("a");

    private RunJournals Journals => new(_folder, TimeProvider.System);

    [Fact]
    public async Task Find_a_run_that_was_killed_has_what_it_told()
    {
        await WriteAsync("r1", "shop", Outcome.Passed);

        var earlier = Journals.Find("r1", "shop", out _).ShouldNotBeNull();

        var told = earlier.Tests[TestKey.Of(_test)].ShouldHaveSingleItem();
        told.Outcome.ShouldBe(Outcome.Passed);
        told.Duration.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Find_a_line_that_was_cut_off_counts_as_never_told()
    {
        await WriteAsync("r1", "shop", Outcome.Passed);
        await File.AppendAllTextAsync(Path.Combine(_folder, "r1.run"), "0123456789abcdef Pas");

        Journals.Find("r1", "shop", out _)!.Tests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Find_last_is_the_newest_of_the_suite()
    {
        await WriteAsync("r1", "shop", Outcome.Failed);
        await WriteAsync("r2", "shop", Outcome.Passed);
        await WriteAsync("r3", "other", Outcome.Passed);
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "r1.run"), DateTime.UtcNow.AddMinutes(-1));

        Journals.Find("last", "shop", out _)!.Id.ShouldBe("r2");
    }

    [Fact]
    public async Task Find_of_several_ids_takes_that_of_the_suite()
    {
        await WriteAsync("r1", "shop", Outcome.Passed);
        await WriteAsync("r2", "other", Outcome.Passed);

        Journals.Find("r2, r1", "shop", out _)!.Id.ShouldBe("r1");
    }

    [Theory]
    [InlineData("r9")]
    [InlineData("../r1")]
    [InlineData("last")]
    public void Find_no_such_run_says_where_it_looked(string wanted)
    {
        Journals.Find(wanted, "shop", out var problem).ShouldBeNull();

        problem.ShouldContain(wanted);
        problem.ShouldContain(_folder);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task WriteAsync(string run, string suite, Outcome outcome)
    {
        await using var journal = Journals.Create(run, suite);
        var manifest = Manifests.Plain with { Run = new RunId(run), Suite = suite };
        await journal.TellAsync(new RunBegan(manifest, [_test], default), CancellationToken.None);
        var result = Cases.Result(outcome) with { Duration = TimeSpan.FromSeconds(3) };
        await journal.TellAsync(
            new ResultFinal(new AttemptId(0, 1), AttemptPlace.None, result), CancellationToken.None);
        await journal.TellAsync(new CaseFinished(0, outcome), CancellationToken.None);
    }
}
