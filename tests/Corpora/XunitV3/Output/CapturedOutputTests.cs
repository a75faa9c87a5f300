using System.Diagnostics;

[assembly: CaptureConsole]
[assembly: CaptureTrace]

namespace Corpus.Output;

/// <summary>What is written anywhere at all becomes output of the test.</summary>
public sealed class CapturedOutputTests
{
    [Fact]
    public void Writes_to_console_and_trace()
    {
        Console.WriteLine("standard output");
        Console.Error.WriteLine("standard error");
        Trace.WriteLine("trace");
        TestContext.Current.TestOutputHelper.WriteLine("the test's output");
    }

    [Fact]
    public void Writes_what_looks_like_the_protocol() =>
        Console.WriteLine("{\"$type\":\"test-passed\",\"AssemblyUniqueID\":\"x\"}");

    [Theory]
    [MemberData(nameof(Rows.WorstTexts), MemberType = typeof(Rows))]
    public void Writes_hostile_text_to_the_console(string text) => Console.WriteLine(text);
}
