using System.Runtime.CompilerServices;
using Xunit.Sdk;
using Xunit.v3;

namespace Corpus.Running;

/// <summary>Tests whose cases are made by this assembly itself.</summary>
public sealed class CustomFactTests
{
    [Doubled]
    public void Is_discovered_twice() => Assert.True(true);

    [Doubled]
    public void Is_discovered_twice_and_fails() => Assert.Fail("fails twice");
}

[XunitTestCaseDiscoverer(typeof(DoubledDiscoverer))]
[AttributeUsage(AttributeTargets.Method)]
public sealed class DoubledAttribute(
    [CallerFilePath] string sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : FactAttribute(sourceFilePath, sourceLineNumber);

public sealed class DoubledDiscoverer : IXunitTestCaseDiscoverer
{
    public ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute)
    {
        var details = TestIntrospectionHelper.GetTestCaseDetails(discoveryOptions, testMethod, factAttribute);
        return new([.. new[] { 1, 2 }.Select(round => new XunitTestCase(
            details.ResolvedTestMethod,
            $"{details.TestCaseDisplayName} [round {round}]",
            $"{details.UniqueID}-{round}",
            details.Explicit))]);
    }
}
