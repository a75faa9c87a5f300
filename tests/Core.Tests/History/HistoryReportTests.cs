using TestFlock.Contracts;
using TestFlock.Core.History;
using TestFlock.Core.Reporting;
using TestFlock.Core.Tests.Planning;
using TestFlock.Testing;

namespace TestFlock.Core.Tests.History;

public class HistoryReportTests
{
    private static readonly TestCase[] Cases =
        [TestCases.Xunit("N.T", "One"), TestCases.Xunit("N.T", "Two"), TestCases.Xunit("N.T", "One")];

    private readonly KeptHistory _history = new();

    [Fact]
    public async Task Tell_severalResultsOfACase_areSummed()
    {
        await TellAsync(Finished(0, Result(1), Result(2)));

        _history.Run[TestKey.Of(Cases[0])].ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Tell_casesThatShareAllNames_giveTheirMean()
    {
        await TellAsync(Finished(0, Result(1)), Finished(2, Result(3)));

        _history.Run[TestKey.Of(Cases[0])].ShouldBe(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Tell_skippedAndLostTests_areNoHistory()
    {
        await TellAsync(
            Finished(0, Result(1)),
            Finished(1, Result(0) with { Outcome = Outcome.Skipped }),
            Finished(1, Result(60)) with { End = AttemptEnd.TimedOut });

        _history.Run.Keys.ShouldBe([TestKey.Of(Cases[0])]);
    }

    [Fact]
    public async Task Tell_runWithoutResults_recordsNothing()
    {
        await TellAsync();

        _history.Run.ShouldBeEmpty();
    }

    private async Task TellAsync(params FinishedAttempt[] attempts)
    {
        await using var report = new HistoryReport("shop", _history);
        await report.TellAsync(new RunBegan(Manifests.Plain, Cases, default), CancellationToken.None);
        foreach (var attempt in attempts)
            await report.TellAsync(new AttemptFinished(attempt), CancellationToken.None);
        await report.TellAsync(new RunFinished(false, default), CancellationToken.None);
    }

    private static FinishedAttempt Finished(int ordinal, params TestResult[] results) => new()
    {
        Id = new AttemptId(ordinal, 1),
        Place = AttemptPlace.None,
        End = AttemptEnd.Completed,
        Ended = default,
        Results = results,
    };

    private static TestResult Result(int seconds) => new()
    {
        Outcome = Outcome.Passed, Duration = TimeSpan.FromSeconds(seconds),
    };

    private sealed class KeptHistory : IDurationHistory
    {
        public IReadOnlyDictionary<TestKey, TimeSpan> Run { get; private set; } = new Dictionary<TestKey, TimeSpan>();

        public Task<SuiteDurations> ReadAsync(string suite, CancellationToken cancellationToken) =>
            Task.FromResult(SuiteDurations.Unknown);

        public Task RecordAsync(
            string suite, IReadOnlyDictionary<TestKey, TimeSpan> run, CancellationToken cancellationToken)
        {
            suite.ShouldBe("shop");
            Run = run;
            return Task.CompletedTask;
        }
    }
}
