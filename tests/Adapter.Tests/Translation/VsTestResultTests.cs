using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using TestFlock.Translation;
using TestResult = Microsoft.VisualStudio.TestPlatform.ObjectModel.TestResult;

namespace TestFlock.TestAdapter.Tests.Translation;

public sealed class VsTestResultTests
{
    private static readonly TestCase Case = new("N.C.M", new Uri("executor://any"), "/out/Shop.Tests.dll");

    [Theory]
    [InlineData(TestOutcome.None)]
    [InlineData(TestOutcome.Passed)]
    [InlineData(TestOutcome.Failed)]
    [InlineData(TestOutcome.Skipped)]
    [InlineData(TestOutcome.NotFound)]
    public void FromWire_whole_result_gives_every_member_back(TestOutcome outcome)
    {
        var began = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(2)).AddTicks(7);
        var original = new TestResult(Case)
        {
            Outcome = outcome,
            DisplayName = "row 1",
            ErrorMessage = "expected \u001b[31m1\u001b[0m",
            ErrorStackTrace = "at N.C.M()",
            ComputerName = "host-7",
            Duration = TimeSpan.FromTicks(12345),
            StartTime = began,
            EndTime = began.AddTicks(12345),
        };
        original.Traits.Add("Category", "slow");

        var back = WireTrip.Of(original);

        back.TestCase.ShouldBeSameAs(Case);
        back.Outcome.ShouldBe(outcome);
        back.DisplayName.ShouldBe(original.DisplayName);
        back.ErrorMessage.ShouldBe(original.ErrorMessage);
        back.ErrorStackTrace.ShouldBe(original.ErrorStackTrace);
        back.ComputerName.ShouldBe("host-7");
        back.Duration.ShouldBe(original.Duration);
        back.StartTime.EqualsExact(original.StartTime).ShouldBeTrue();
        back.EndTime.EqualsExact(original.EndTime).ShouldBeTrue();
        back.Traits.ShouldHaveSingleItem().Value.ShouldBe("slow");
    }

    [Fact]
    public void FromWire_empty_result_stays_empty()
    {
        var back = WireTrip.Of(new TestResult(Case));

        back.DisplayName.ShouldBeNull();
        back.ErrorMessage.ShouldBeNull();
        back.ErrorStackTrace.ShouldBeNull();
        back.ComputerName.ShouldBeNull();
        back.Messages.ShouldBeEmpty();
        back.Attachments.ShouldBeEmpty();
    }

    [Fact]
    public void FromWire_messages_keeps_order_categories_and_missing_texts()
    {
        var original = new TestResult(Case);
        original.Messages.Add(new TestResultMessage(TestResultMessage.StandardErrorCategory, "first"));
        original.Messages.Add(new TestResultMessage(TestResultMessage.StandardOutCategory, null));
        original.Messages.Add(new TestResultMessage("Own", ""));
        (string, string?)[] all = [("StdErrMsgs", "first"), ("StdOutMsgs", null), ("Own", "")];

        var back = WireTrip.Of(original);

        back.Messages.Select(m => (m.Category, m.Text)).ShouldBe(all);
    }

    [Fact]
    public void FromWire_any_output_gives_it_back_unit_by_unit() =>
        Prop.ForAll(
            HostileText.Any,
            text =>
            {
                var original = new TestResult(Case) { ErrorMessage = text, ErrorStackTrace = text };
                original.Messages.Add(new TestResultMessage(TestResultMessage.StandardOutCategory, text));
                var back = WireTrip.Of(original);
                return back.ErrorMessage == text && back.ErrorStackTrace == text && back.Messages[0].Text == text;
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("/tmp/a b#c?d%20e%.png")]
    [InlineData("/tmp/ä\"<>|.png ")]
    public void FromWire_attachment_names_the_same_file(string path)
    {
        var wire = new Contracts.TestResult
        {
            Outcome = Contracts.Outcome.Passed,
            Attachments =
            [
                new()
                {
                    Uri = "executor://any/",
                    DisplayName = "any",
                    Items =
                    [
                        new() { Path = path },
                        new() { Path = "https://example.org/shot#1", Description = "a link" },
                    ],
                },
            ],
        };

        var set = VsTestResult.FromWire(Case, wire).Attachments.ShouldHaveSingleItem();
        var back = VsAttachments.ToWire([set]).ShouldHaveSingleItem();

        set.Attachments[0].Uri.LocalPath.ShouldBe(path);
        back.Uri.ShouldBe("executor://any/");
        back.DisplayName.ShouldBe("any");
        back.Items.ShouldBe(wire.Attachments[0].Items);
    }
}
