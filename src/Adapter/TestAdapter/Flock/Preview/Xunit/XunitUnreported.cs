using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace TestFlock.TestAdapter.Flock.Preview.Xunit;

/// <summary>
/// Test cases that xUnit v3 discovers and then never reports: its test program cannot make them again from what it is
/// sent. No run can give a result of them. Asked for nothing but such a case, it even runs the whole assembly; so none
/// is sent out.
/// </summary>
internal sealed class XunitUnreported(IMessageLogger logger)
{
    // The level is that of what xUnit itself says in its run: nothing at all, or an error that fails the run.
    private static readonly Reason Overloaded = new(
        TestMessageLevel.Warning, "the method has overloads", "Give each of them a name of its own");

    private static readonly Reason InStruct = new(TestMessageLevel.Error, "it is in a struct", "Make it a class");

    private static readonly Reason Nameless = new(
        TestMessageLevel.Error, "its display name is empty", "Give it one, or leave DisplayName out");

    /// <summary>The others, in their order; what is left out is told with the reason.</summary>
    public IReadOnlyList<TestCase> LeaveOut(IReadOnlyList<TestCase> testCases)
    {
        var assemblies = testCases.Select(testCase => testCase.Source).Distinct()
            .ToDictionary(source => source, XunitV3Assembly.TryOpen);
        try
        {
            var reasons = testCases.ToLookup(testCase => Find(testCase, assemblies[testCase.Source]));
            foreach (var group in reasons.Where(group => group.Key is not null))
                logger.SendMessage(group.Key!.Level, Describe(group.Key, group));
            return [.. reasons[null]];
        }
        finally
        {
            foreach (var assembly in assemblies.Values)
                assembly?.Dispose();
        }
    }

    private static Reason? Find(TestCase testCase, XunitV3Assembly? assembly)
    {
        var dot = testCase.FullyQualifiedName.LastIndexOf('.');
        if (assembly is null || dot < 0)
            return null;

        var (type, method) = (testCase.FullyQualifiedName[..dot], testCase.FullyQualifiedName[(dot + 1)..]);
        try
        {
            return assembly.IsStruct(type) ? InStruct
                : assembly.IsOverloaded(type, method) ? Overloaded
                : assembly.IsNameless(type, method) ? Nameless
                : null;
        }
        catch (Exception e) when (e is IOException or BadImageFormatException or TypeLoadException)
        {
            // What cannot be looked at here is sent out: whoever runs it will say what is wrong with it.
            return null;
        }
    }

    private static string Describe(Reason reason, IEnumerable<TestCase> testCases)
    {
        var names = testCases.Select(testCase => testCase.FullyQualifiedName).Distinct();
        return $"TestFlock: xUnit v3 reports no result of {string.Join(", ", names.Select(name => $"'{name}'"))}, not "
            + $"without TestFlock either, because {reason.Why}. Left out. {reason.Cure}.";
    }

    private sealed record Reason(TestMessageLevel Level, string Why, string Cure);
}
