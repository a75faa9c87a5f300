using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TestFlock.Allure.Format;
using TestFlock.Allure.Surroundings;

namespace TestFlock.Allure.Tests.Format;

/// <summary>What is written member by member, against a serializer that knows every member by itself.</summary>
public sealed class FormatTests
{
    private const string Hostile = "\"\\/ <&'+> \n\r\t\b\f\u0001\u007f\u0085\u2028 ä € 😀 \ud800";

    private static readonly JsonSerializerOptions Compact = OptionsWith(indented: false);
    private static readonly JsonSerializerOptions Indented = OptionsWith(indented: true);
    private static readonly AllureAttachment File = new(Hostile, "a-attachment.txt", "text/plain");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_result_with_everything_is_as_a_serializer_writes_it(bool indented)
    {
        var result = Bare with
        {
            TitlePath = ["Shop", Hostile],
            Description = Hostile,
            StatusDetails = new AllureStatusDetails
            {
                Message = Hostile,
                Trace = "at",
                Expected = "1",
                Actual = "2",
                Flaky = true,
                Known = false,
                Muted = true,
            },
            Labels = [new AllureLabel("tag", Hostile), new AllureLabel("tag", "")],
            Links = [new AllureLink(Hostile, "https://jira/S-1?a=b&c", "issue")],
            Parameters =
            [
                new AllureParameter("a", Hostile), new AllureParameter("b", "2") { Excluded = true, Mode = "masked" },
            ],
            Attachments = [File, File],
        };
        Text(new ResultJson(indented).Write(result)).ShouldBe(Serialized(result, indented));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_result_with_nothing_is_as_a_serializer_writes_it(bool indented)
    {
        var json = new ResultJson(indented);
        json.Write(Bare with { Description = new string('x', 10_000) });
        Text(json.Write(Bare)).ShouldBe(Serialized(Bare, indented));
        var empty = Bare with { StatusDetails = new AllureStatusDetails() };
        Text(json.Write(empty)).ShouldBe(Serialized(empty, indented));
    }

    [Fact]
    public void Write_run_files_are_as_a_serializer_writes_them()
    {
        AllureExecutor[] executors =
        [
            new() { Name = "GitHub", Type = "github" },
            new()
            {
                Name = Hostile,
                Type = "github",
                Url = "u",
                BuildOrder = 7,
                BuildName = "n",
                BuildUrl = "b",
                ReportName = "r",
            },
        ];
        foreach (var executor in executors)
            Text(RunJson.Write(executor)).ShouldBe(Serialized(executor, indented: true));

        AllureCategory[] categories =
        [
            .. DefaultCategories.All, new() { Name = "Flaky", MatchedStatuses = [], Flaky = true },
        ];
        Text(RunJson.Write(categories)).ShouldBe(Serialized(categories, indented: true));

        var globals = new AllureGlobals { Attachments = [File], Errors = [new AllureGlobalError(Hostile, "")] };
        Text(RunJson.Write(globals)).ShouldBe(Serialized(globals, indented: false));
    }

    private static AllureResult Bare => new()
    {
        Uuid = "1",
        HistoryId = "2",
        TestCaseId = "3",
        FullName = "Shop:Shop.CartTests.Adds()",
        TitlePath = [],
        Name = "Adds",
        Status = AllureStatus.Passed,
        Stage = "finished",
        Start = 1_700_000_000_000,
        Stop = 1_700_000_000_001,
        Labels = [],
        Links = [],
        Parameters = [],
        Attachments = [],
    };

    private static string Text(ReadOnlySpan<byte> json) => Encoding.UTF8.GetString(json);

    private static string Serialized<T>(T value, bool indented) =>
        Text(JsonSerializer.SerializeToUtf8Bytes(value, indented ? Indented : Compact));

    private static JsonSerializerOptions OptionsWith(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
    };
}
