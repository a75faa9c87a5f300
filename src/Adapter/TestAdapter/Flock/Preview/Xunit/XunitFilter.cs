using System.Diagnostics.CodeAnalysis;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace TestFlock.TestAdapter.Flock.Preview.Xunit;

/// <summary>
/// The platform's filter with the properties that xUnit's executor offers: both names, and each trait that a test of
/// the assembly has, by its name as it is written there.
/// </summary>
internal sealed class XunitFilter
{
    private const string DisplayName = "DisplayName";
    private const string FullyQualifiedName = "FullyQualifiedName";

    private readonly ITestCaseFilterExpression? _expression;
    private readonly HashSet<string> _traitNames;

    private XunitFilter(ITestCaseFilterExpression? expression, HashSet<string> traitNames) =>
        (_expression, _traitNames) = (expression, traitNames);

    /// <summary>False when the filter cannot be read, which was then said as xUnit says it.</summary>
    /// <param name="context">Has the filter.</param>
    /// <param name="testCases">All test cases of one assembly.</param>
    /// <param name="log">Where the message goes.</param>
    /// <param name="filter">Lets everything through when the context has none.</param>
    public static bool TryCreate(
        IRunContext context,
        IReadOnlyList<TestCase> testCases,
        XunitLog log,
        [NotNullWhen(true)] out XunitFilter? filter)
    {
        var traitNames = testCases.SelectMany(testCase => testCase.Traits).Select(trait => trait.Name).ToHashSet();
        try
        {
            filter = new(
                context.GetTestCaseFilter([.. traitNames, DisplayName, FullyQualifiedName], _ => null), traitNames);
            return true;
        }
        catch (TestPlatformFormatException e)
        {
            var assembly = Path.GetFileNameWithoutExtension(testCases[0].Source);
            log.Say(TestMessageLevel.Warning, $"{assembly}: Exception filtering tests: {e.Message}");
            filter = null;
            return false;
        }
    }

    public bool Matches(TestCase testCase) =>
        _expression is null || _expression.MatchTestCase(testCase, name => Value(testCase, name));

    private object? Value(TestCase testCase, string name)
    {
        if (name.Equals(FullyQualifiedName, StringComparison.OrdinalIgnoreCase))
            return testCase.FullyQualifiedName;
        if (name.Equals(DisplayName, StringComparison.OrdinalIgnoreCase))
            return testCase.DisplayName;
        if (!_traitNames.Contains(name))
            return null;

        var values = testCase.Traits
            .Where(trait => trait.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(trait => trait.Value)
            .ToArray();
        return values.Length > 0 ? values : null;
    }
}
