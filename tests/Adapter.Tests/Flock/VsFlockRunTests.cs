using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;
using TestFlock.TestAdapter.Flock.Coordinator;
using TestFlock.Testing;

namespace TestFlock.TestAdapter.Tests.Flock;

public class VsFlockRunTests
{
    [Fact]
    public async Task Run_whole_tells_starts_results_and_ends_in_their_order()
    {
        var run = new ScriptedRun("normal");

        await run.RunAsync();

        run.Handle.Told.ShouldBe([
            "start one", "result one Passed", "end one Passed",
            "start two", "result two Passed", "end two Passed",
            "start three", "result three Passed", "end three Passed",
        ]);
        run.Handle.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_of_more_cases_than_one_message_carries_keeps_their_ordinals()
    {
        var names = Enumerable.Range(0, 250).Select(n => $"n{n}").ToArray();
        var run = new ScriptedRun("normal", tests: names);

        await run.RunAsync();

        run.Handle.Results.Select(r => r.TestCase.DisplayName).ShouldBe(names);
        run.Handle.Results.Select(r => r.DisplayName).ShouldBe(names);
    }

    [Fact]
    public async Task Result_names_agent_and_slot_as_properties_and_in_a_line_for_people()
    {
        var run = new ScriptedRun("tells-much");

        await run.RunAsync();

        var results = run.Handle.Results.ToArray();
        Lines(results[0]).ShouldBe(["TestFlock: agent one, slot 1."]);
        Lines(results[1]).ShouldBe(["TestFlock: agent two, slot 2, attempt 2."]);
        Lines(results[2]).ShouldBeEmpty();
        Value<string>(results[1], "TestFlock.Agent").ShouldBe("two");
        Value<int>(results[1], "TestFlock.Slot").ShouldBe(2);
        Value<int>(results[1], "TestFlock.Attempt").ShouldBe(2);
        results[1].TestCase.ShouldBeSameAs(results[0].TestCase);
    }

    [Fact]
    public async Task Notes_and_attachments_of_the_run_are_passed_on()
    {
        var run = new ScriptedRun("tells-much");

        await run.RunAsync();

        run.Handle.Messages.ShouldBe([
            (TestMessageLevel.Informational, "three slots"),
            (TestMessageLevel.Warning, "the clock is off"),
            (TestMessageLevel.Error, "a fixture's teardown failed"),
        ]);
        var set = run.Handle.Attachments.ShouldHaveSingleItem();
        set.DisplayName.ShouldBe("Coverage");
        set.Attachments.ShouldHaveSingleItem().Uri.LocalPath.ShouldBe("/tmp/c.xml");
    }

    [Fact]
    public async Task Run_without_a_test_says_what_is_wrong_in_the_settings_all_the_same()
    {
        var run = new ScriptedRun("refuses", tests: []);

        await run.RunAsync();

        run.Handle.Told.ShouldBeEmpty();
        run.Handle.Messages.ShouldBe([
            (TestMessageLevel.Error, "<Slots> is 'many'. Give a number."),
            (TestMessageLevel.Error, "<Unit> is 'x'. Give class."),
        ]);
    }

    [Fact]
    public async Task Refused_run_says_every_reason_and_reports_no_test()
    {
        var run = new ScriptedRun("refuses");

        await run.RunAsync();

        run.Handle.Told.ShouldBeEmpty();
        run.Handle.Messages.ShouldBe([
            (TestMessageLevel.Error, "<Slots> is 'many'. Give a number."),
            (TestMessageLevel.Error, "<Unit> is 'x'. Give class."),
        ]);
    }

    [Fact]
    public async Task Coordinator_of_a_newer_protocol_is_refused_with_the_cure()
    {
        var run = new ScriptedRun("newer");

        await run.RunAsync();

        run.Handle.Told.ShouldBeEmpty();
        run.Handle.Errors.ShouldBe(
            "TestFlock's coordinator needs protocol 3, this TestFlock understands 1 to 2. Upgrade this side.");
    }

    [Theory]
    [InlineData("dies", "it ended with exit code 3 before the run was over")]
    [InlineData("is-killed", "it ended with exit code 137 (SIGKILL) before the run was over")]
    [InlineData("writes-rubbish", "it wrote something that is no message")]
    public async Task Coordinator_that_breaks_off_leaves_the_rest_lost_and_says_why(string script, string cause)
    {
        var run = new ScriptedRun(script);

        await run.RunAsync();

        run.Handle.Told.ShouldContain("result one Passed");
        var lost = run.Handle.Results.Where(r => r.Outcome == TestOutcome.Failed).ToArray();
        lost.Select(r => r.TestCase.DisplayName).ShouldBe(["two", "three"]);
        lost.ShouldAllBe(r => r.ErrorMessage!.StartsWith("TestFlock: lost. The coordinator broke off: ")
            && r.ErrorMessage.Contains(cause));
        run.Handle.Errors.ShouldContain(cause);
        run.Handle.Errors.ShouldContain("Its log: /somewhere/coordinator.log");
        run.Handle.Errors.ShouldContain("2 of 3 test cases have no result and are reported as lost.");
    }

    [Fact]
    public async Task Coordinator_that_dies_is_quoted_with_its_last_words()
    {
        var run = new ScriptedRun("dies");

        await run.RunAsync();

        run.Handle.Errors.ShouldContain($"Its last words:{Environment.NewLine}  I feel unwell");
    }

    [Fact]
    public async Task Coordinator_that_dies_before_the_run_was_accepted_loses_no_test_but_says_so()
    {
        var run = new ScriptedRun("dies-at-once");

        await run.RunAsync();

        run.Handle.Told.ShouldBeEmpty();
        run.Handle.Errors.ShouldContain("exit code 7");
        run.Handle.Errors.ShouldContain("no room to live");
    }

    [Fact]
    public async Task Program_that_is_none_is_reported_with_what_dotnet_said()
    {
        var run = new ScriptedRun("normal");

        await run.RunAsync(program: "/nowhere/testflock.dll");

        run.Handle.Told.ShouldBeEmpty();
        run.Handle.Errors.ShouldContain("Could not execute because the specified command or file was not found.");
    }

    [Fact]
    public async Task Coordinator_that_leaves_a_child_behind_holds_nobody_up()
    {
        var time = new ManualTime();
        var run = new ScriptedRun("dies-leaving-a-child", time);

        var running = run.RunAsync();
        await time.WhenSetAsync(CoordinatorProcess.DrainTime);
        time.Advance(CoordinatorProcess.DrainTime);
        await running;

        run.Handle.Errors.ShouldContain("137");
    }

    [Fact]
    public async Task Results_arrive_though_the_platform_is_slow_and_the_coordinator_has_left_long_ago()
    {
        var time = new ManualTime();
        var run = new ScriptedRun("leaves", time);
        run.Handle.OnFirstResult = first =>
        {
            var coordinator = int.Parse(Value<string>(first, "TestFlock.Agent")!, CultureInfo.InvariantCulture);
            WaitForExit(coordinator);
            time.Advance(2 * CoordinatorProcess.DrainTime);
        };

        await run.RunAsync();

        run.Handle.Results.Count.ShouldBe(3);
        run.Handle.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Coordinator_that_lingers_after_the_run_is_stopped_with_a_warning()
    {
        var time = new ManualTime();
        var run = new ScriptedRun("lingers", time, ["one"]);

        var running = run.RunAsync();
        await time.WhenSetAsync(CoordinatorTalk.EndPatience);
        time.Advance(CoordinatorTalk.EndPatience);
        await running;

        run.Handle.Messages.ShouldHaveSingleItem().Level.ShouldBe(TestMessageLevel.Warning);
        run.Handle.Results.ShouldHaveSingleItem().Outcome.ShouldBe(TestOutcome.Passed);
    }

    [Fact]
    public async Task Cancelled_run_ends_without_lost_tests()
    {
        var run = new ScriptedRun("waits");

        var running = run.RunAsync();
        await run.Handle.FirstStart;
        run.Cancel();
        await running;

        run.Handle.Told.ShouldBe(["start one"]);
        run.Handle.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Coordinator_that_does_not_heed_the_cancel_is_stopped()
    {
        var time = new ManualTime();
        var run = new ScriptedRun("never-cancels", time);

        var running = run.RunAsync();
        await run.Handle.FirstStart;
        run.Cancel();
        time.Advance(CoordinatorTalk.CancelPatience);
        await running;

        run.Handle.Results.ShouldBeEmpty();
        run.Handle.Errors.ShouldContain("it did not end within 30 s after the run was cancelled, and was stopped");
    }

    [Fact]
    public async Task Run_cancelled_before_it_began_hands_nothing_over()
    {
        var run = new ScriptedRun("normal");
        run.Cancel();

        await run.RunAsync();

        run.Handle.Told.ShouldBeEmpty();
        run.Handle.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Coordinator_learns_of_the_run_while_the_framework_looks_for_its_tests()
    {
        var name = $"testflock-{Guid.NewGuid():N}";
        await using var door = new NamedPipeServerStream(
            name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        using var tooLong = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var run = new ScriptedRun(
            $"knocks {name}", whileLooking: () => door.WaitForConnectionAsync(tooLong.Token).GetAwaiter().GetResult());

        await run.RunAsync();

        door.IsConnected.ShouldBeTrue();
    }

    private static IEnumerable<string?> Lines(TestResult result) =>
        result.Messages.Where(m => m.Category == TestResultMessage.AdditionalInfoCategory).Select(m => m.Text);

    private static void WaitForExit(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            process.WaitForExit();
        }
        catch (ArgumentException)
        {
            // It has left already.
        }
    }

    private static T? Value<T>(TestResult result, string property) =>
        result.GetPropertyValue(TestProperty.Find(property)!, default(T));
}
