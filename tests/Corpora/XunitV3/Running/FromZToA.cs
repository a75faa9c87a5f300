using Xunit.Sdk;
using Xunit.v3;

namespace Corpus.Running;

public sealed class FromZToA : ITestCaseOrderer
{
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase =>
        [.. testCases.OrderByDescending(testCase => testCase.TestMethodName, StringComparer.Ordinal)];
}

[TestCaseOrderer(typeof(string))]
public sealed class WrongOrdererTests
{
    [Fact]
    public void Runs_all_the_same() => Assert.True(true);
}
