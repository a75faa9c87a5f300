using System.Xml.Linq;

namespace TestFlock.Acceptance.Tests.Support;

public static class TrxReport
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Reads the results; there are none when the run ended before it wrote a file.</summary>
    public static IReadOnlyList<ReportedResult> Read(string path)
    {
        if (!File.Exists(path))
            return [];

        var report = XDocument.Load(path).Root!;
        var tests = report.Descendants(Trx + "UnitTest").ToLookup(test => test.Attribute("id")!.Value);
        return [.. report.Descendants(Trx + "UnitTestResult").Select(result => Read(result, tests))];
    }

    /// <summary>What is told with results beside output and errors; line ends as XML has them.</summary>
    public static IReadOnlyList<(string Test, string Text)> ReadMessages(string path) =>
    [
        .. XDocument.Load(path).Descendants(Trx + "TextMessages").Elements(Trx + "Message")
            .Select(message => (
                message.Ancestors(Trx + "UnitTestResult").Single().Attribute("testName")!.Value,
                message.Value.ReplaceLineEndings("\n"))),
    ];

    private static ReportedResult Read(XElement result, ILookup<string, XElement> tests)
    {
        var id = result.Attribute("testId")!.Value;
        var method = tests[id].First().Element(Trx + "TestMethod")!;
        var output = result.Element(Trx + "Output");
        var error = output?.Element(Trx + "ErrorInfo");

        return new ReportedResult
        {
            TestId = id,
            FullyQualifiedName = $"{method.Attribute("className")?.Value}.{method.Attribute("name")?.Value}",
            DisplayName = result.Attribute("testName")!.Value,
            ExecutorUri = method.Attribute("adapterTypeName")!.Value,
            Outcome = result.Attribute("outcome")!.Value,
            Message = error?.Element(Trx + "Message")?.Value,
            StackTrace = error?.Element(Trx + "StackTrace")?.Value,
            StandardOutput = output?.Element(Trx + "StdOut")?.Value,
            StandardError = output?.Element(Trx + "StdErr")?.Value,
            Attachments = string.Join('\n', result.Descendants(Trx + "ResultFile")
                .Select(file => Path.GetFileName(file.Attribute("path")!.Value.Replace('\\', '/')))
                .Order(StringComparer.Ordinal)),
        };
    }
}
