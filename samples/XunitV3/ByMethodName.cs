using Xunit.Sdk;
using Xunit.v3;

namespace Shop.Tests;

/// <summary>Runs the tests of a class in the order of their names.</summary>
public sealed class ByMethodName : ITestCaseOrderer
{
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase =>
        [.. testCases.OrderBy(testCase => testCase.TestMethodName, StringComparer.Ordinal)];
}
