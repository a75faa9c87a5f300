global using Xunit;

using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestCaseOrderer("ByName", "Suite")]

public class ByName : ITestCaseOrderer
{
    public IEnumerable<T> OrderTestCases<T>(IEnumerable<T> testCases)
        where T : ITestCase => testCases.OrderBy(test => test.TestMethod.Method.Name, StringComparer.Ordinal);
}
