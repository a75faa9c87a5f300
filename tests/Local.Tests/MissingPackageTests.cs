using System.Collections.Concurrent;
using TestFlock.Contracts;
using TestFlock.Core.Packages;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;
using TestFlock.Local.Tests.Support;

namespace TestFlock.Local.Tests;

/// <summary>What becomes of tests when an agent cannot get what they are in.</summary>
public sealed class MissingPackageTests : IDisposable
{
    private const string Reason = "The store does not have Shop 1.2.3. Upload it.";

    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<(string Agent, AttemptId Attempt)> _ran = new();

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Package_that_one_agent_cannot_get_sends_the_same_attempt_to_another_and_costs_no_retries(
        int retries)
    {
        var flock = Flock(retries).With("a");
        var annaHasFailed = flock.Report.WaitForAsync(e => e is NoteMade { IsAccident: true });
        var anna = StartAgentWithout(flock, "anna", isOfPackage: false);
        var bert = flock.StartAgent(Passing("bert"), 1, _stop.Token, "bert", prepare: _ => annaHasFailed);

        await flock.StartRun();
        await EndAsync(anna, bert);

        _ran.ShouldBe([("anna", new(0, 1)), ("bert", new(0, 1))]);
        flock.Report.Of<AttemptFinished>().ShouldHaveSingleItem().Attempt.Id.Number.ShouldBe(1);
        var final = flock.Report.Of<ResultFinal>().ShouldHaveSingleItem();
        final.Result.Outcome.ShouldBe(Outcome.Passed);
        final.Result.Messages.ShouldBeEmpty();
        flock.Report.Of<NoteMade>().ShouldHaveSingleItem().Text.ShouldBe($"anna, slot 1, could not run 'a': {Reason}");
    }

    [Fact]
    public async Task Package_that_nobody_can_get_ends_the_run_at_once_with_the_reason_and_costs_no_retries()
    {
        var flock = Flock(retries: 5).With("a").With("b");
        var anna = StartAgentWithout(flock, "anna", isOfPackage: true);

        await flock.StartRun();
        await EndAsync(anna);

        _ran.ShouldAllBe(ran => ran.Attempt.Number == 1);
        flock.Report.Of<NoteMade>().ShouldContain(note => note.Level == NoteLevel.Error && note.Text == Reason);
        flock.Report.Of<ResultFinal>().Select(final => final.Result.ErrorMessage).ShouldBe(
            Enumerable.Repeat($"TestFlock: lost. {Reason}", 2));
    }

    public void Dispose() => _stop.Dispose();

    private static FlockUnderTest Flock(int retries) => new() { Retry = new RetryOptions { Max = retries } };

    private AttemptScript Passing(string agent) => async (attempt, tell, stop) =>
    {
        _ran.Enqueue((agent, attempt.Id));
        await ScriptedRunners.Passing(attempt, tell, stop);
    };

    private Task StartAgentWithout(FlockUnderTest flock, string name, bool isOfPackage) => flock.StartAgent(
        (attempt, _, _) =>
        {
            _ran.Enqueue((name, attempt.Id));
            throw new PackageException(Reason) { IsOfPackage = isOfPackage };
        },
        1,
        _stop.Token,
        name);

    private async Task EndAsync(params Task[] agents)
    {
        await _stop.CancelAsync();
        await Task.WhenAll(agents).ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
