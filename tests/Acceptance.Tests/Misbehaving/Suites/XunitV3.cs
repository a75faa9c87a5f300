global using Xunit;

using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCaseOrderer(typeof(ByName))]

public class ByName : ITestCaseOrderer
{
    public IReadOnlyCollection<T> OrderTestCases<T>(IReadOnlyCollection<T> testCases)
        where T : notnull, ITestCase =>
        [.. testCases.OrderBy(test => test.TestCaseDisplayName, StringComparer.Ordinal)];
}
