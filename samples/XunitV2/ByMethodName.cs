using Xunit.Abstractions;
using Xunit.Sdk;

namespace Shop.Tests;

/// <summary>Runs the tests of a class in the order of their names.</summary>
public sealed class ByMethodName : ITestCaseOrderer
{
    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase =>
        testCases.OrderBy(testCase => testCase.TestMethod.Method.Name, StringComparer.Ordinal);
}
