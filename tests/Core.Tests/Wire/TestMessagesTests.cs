using System.Text.Json;
using System.Text.Json.Serialization;
using TestFlock.Contracts;

namespace TestFlock.Core.Tests.Wire;

/// <summary>
/// Test cases and results are written and read by hand; versions before did it by generated code, for which the
/// serializer's own stands here.
/// </summary>
public sealed class TestMessagesTests
{
    private static readonly JsonSerializerOptions Generated = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static TheoryData<string> OddTexts => new(
        "", " ", "a \"quoted\" \\ one", "two\nlines\r\n\t", "<&'>", "\u0000\u0001", "Größe ü 漢字 😀", "\\u0041",
        new string('x', 5000), "\u2028\uFEFF");

    [Theory]
    [MemberData(nameof(OddTexts))]
    public void A_test_case_written_by_hand_is_read_by_generated_code(string text) =>
        AsGenerated(Read<TestCase>(WriteByHand(Case(text)))).ShouldBe(AsGenerated(Case(text)));

    [Theory]
    [MemberData(nameof(OddTexts))]
    public void A_test_case_written_by_generated_code_is_read_by_hand(string text) =>
        AsGenerated(ReadCase(AsGenerated(Case(text)))).ShouldBe(AsGenerated(Case(text)));

    [Theory]
    [MemberData(nameof(OddTexts))]
    public void A_result_written_by_hand_is_read_by_generated_code(string text) =>
        AsGenerated(Read<TestResult>(WriteByHand(Result(text)))).ShouldBe(AsGenerated(Result(text)));

    [Theory]
    [MemberData(nameof(OddTexts))]
    public void A_result_written_by_generated_code_is_read_by_hand(string text) =>
        AsGenerated(ReadResult(AsGenerated(Result(text)))).ShouldBe(AsGenerated(Result(text)));

    [Fact]
    public void Whatever_is_empty_is_written_as_by_generated_code()
    {
        var property = new PropertyValue { Id = "id", Label = "", ValueType = "System.String" };
        ShouldBeAlike(WriteByHand(ReadCase(Least)), AsGenerated(ReadCase(Least)));
        var least = new TestResult { Outcome = Outcome.Passed };
        ShouldBeAlike(WriteByHand(least), AsGenerated(least));
        var (test, result) = (Case("") with { Properties = [property] }, Result("") with { Properties = [property] });
        ShouldBeAlike(WriteByHand(test), AsGenerated(test));
        ShouldBeAlike(WriteByHand(result), AsGenerated(result));
    }

    [Theory]
    [InlineData("\uD800")]
    [InlineData("a\uDC00b")]
    public void Half_a_surrogate_pair_comes_back_as_it_was(string text)
    {
        ReadCase(WriteByHand(Case(text))).FullyQualifiedName.ShouldBe(text);
        ReadResult(WriteByHand(Result(text))).ErrorMessage.ShouldBe(text);
        ReadResult(WriteByHand(Result(text))).Traits[0].Value.ShouldBe(text);
    }

    [Theory]
    [InlineData(Outcome.None)]
    [InlineData(Outcome.Passed)]
    [InlineData(Outcome.Failed)]
    [InlineData(Outcome.Skipped)]
    [InlineData(Outcome.NotFound)]
    public void Every_outcome_comes_back_both_ways(Outcome outcome)
    {
        var result = new TestResult { Outcome = outcome };

        ReadResult(WriteByHand(result)).Outcome.ShouldBe(outcome);
        Read<TestResult>(WriteByHand(result)).Outcome.ShouldBe(outcome);
        ReadResult(AsGenerated(result)).Outcome.ShouldBe(outcome);
    }

    [Fact]
    public void What_is_left_out_or_null_has_its_default()
    {
        var result = ReadResult("""{"outcome":"Passed","messages":null,"traits":null,"displayName":null}""");

        result.Messages.ShouldBeEmpty();
        result.Properties.ShouldBeEmpty();
        result.Duration.ShouldBe(TimeSpan.Zero);
        ReadCase(Least).LineNumber.ShouldBe(-1);
    }

    [Fact]
    public void What_a_later_version_adds_is_passed_over() =>
        ReadResult("""{"later":{"a":[1,{"outcome":"Failed"}]},"outcome":"Skipped","more":null,"x":"y"}""").Outcome
            .ShouldBe(Outcome.Skipped);

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""{"outcome":"Perhaps"}""")]
    [InlineData("""{"outcome":"Passed","duration":"soon"}""")]
    [InlineData("""{"outcome":"Passed","messages":{}}""")]
    [InlineData("""{"outcome":"Passed","messages":[{"text":"without a category"}]}""")]
    [InlineData("""{"outcome":"Passed","displayName":1}""")]
    public void What_is_no_result_is_refused(string json) => Should.Throw<JsonException>(() => ReadResult(json));

    [Theory]
    [InlineData("id")]
    [InlineData("fullyQualifiedName")]
    [InlineData("displayName")]
    [InlineData("source")]
    [InlineData("executorUri")]
    public void A_test_case_that_lacks_a_member_is_refused(string member) => Should.Throw<JsonException>(
        () => ReadCase(Least.Replace($"\"{member}\"", "\"other\"", StringComparison.Ordinal)));

    private static string Least =>
        """
        {"id":"6f9619ff-8b86-d011-b42d-00cf4fc964ff","fullyQualifiedName":"N.T.M","displayName":"M","source":"/s",
        "executorUri":"executor://x/"}
        """;

    private static TestCase Case(string text) => new()
    {
        Id = new Guid("6f9619ff-8b86-d011-b42d-00cf4fc964ff"),
        FullyQualifiedName = text,
        DisplayName = text,
        Source = "/folder/Tests.dll",
        ExecutorUri = "executor://framework/v1",
        CodeFilePath = text,
        LineNumber = 12,
        RunsExplicit = true,
        Traits = [new Trait { Name = text, Value = text }, new Trait { Name = "a", Value = "" }],
        Properties = [Property(text), Property("number") with { Value = JsonSerializer.SerializeToElement(3) }],
    };

    private static TestResult Result(string text) => new()
    {
        Outcome = Outcome.Failed,
        DisplayName = text,
        ErrorMessage = text,
        ErrorStackTrace = text,
        Messages = [new ResultMessage { Category = "StdOutMsgs", Text = text }, new ResultMessage { Category = "x" }],
        Duration = TimeSpan.FromTicks(12_345_678_901),
        StartTime = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(1)).AddTicks(7),
        EndTime = DateTimeOffset.MaxValue,
        ComputerName = text,
        Attachments =
        [
            new AttachmentSet
            {
                Uri = "some://uri",
                DisplayName = text,
                Items = [new Attachment { Path = "/file", Description = text }],
            },
        ],
        Traits = [new Trait { Name = "name", Value = text }],
        Properties = [Property(text)],
    };

    private static PropertyValue Property(string text) => new()
    {
        Id = "Some.Id",
        Label = text,
        Category = text,
        Description = text,
        ValueType = "System.String",
        Attributes = 1,
        Value = JsonSerializer.SerializeToElement(text, WireJson.Default.String),
    };

    private static void ShouldBeAlike(string one, string other)
    {
        using var here = JsonDocument.Parse(one);
        using var there = JsonDocument.Parse(other);
        JsonElement.DeepEquals(here.RootElement, there.RootElement).ShouldBeTrue($"{one}\n{other}");
    }

    private static string WriteByHand(TestCase test) => JsonSerializer.Serialize(test, WireJson.Default.TestCase);

    private static string WriteByHand(TestResult result) =>
        JsonSerializer.Serialize(result, WireJson.Default.TestResult);

    private static TestCase ReadCase(string json) => JsonSerializer.Deserialize(json, WireJson.Default.TestCase)!;

    private static TestResult ReadResult(string json) =>
        JsonSerializer.Deserialize(json, WireJson.Default.TestResult)!;

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Generated)!;

    private static string AsGenerated<T>(T value) => JsonSerializer.Serialize(value, Generated);
}
