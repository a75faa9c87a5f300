using Xunit.Sdk;

namespace Corpus.Running;

public sealed class FromZToA : ITestCaseOrderer
{
    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase =>
        testCases.OrderByDescending(testCase => testCase.TestMethod.Method.Name, StringComparer.Ordinal);
}

[TestCaseOrderer("Corpus.Running.Missing", "Corpus.XunitV2")]
public sealed class MissingOrdererTests
{
    [Fact]
    public void Runs_all_the_same() => Assert.True(true);
}
