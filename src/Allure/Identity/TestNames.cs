using TestFlock.Allure.Format;
using TestFlock.Contracts;
using TestFlock.Core.Planning;

namespace TestFlock.Allure.Identity;

/// <summary>
/// Names tests as Allure's own adapters do. What the test platform tells is not enough (no types of parameters for
/// NUnit and xUnit), so the rest comes from the test assembly, which lies here. For one thread at a time.
/// </summary>
internal sealed class TestNames
{
    private readonly Dictionary<string, TestAssembly> _assemblies = [];

    /// <param name="test">The test case.</param>
    /// <param name="shown">The display name of the result; rows of one case differ in it.</param>
    public TestName Of(TestCase test, string shown)
    {
        if (!_assemblies.TryGetValue(test.Source, out var assembly))
            _assemblies[test.Source] = assembly = TestAssembly.Read(test.Source);
        var place = TestPlaces.Of(test, assembly.HasClass);
        var arguments = ArgumentList.Find(shown, place.Method);
        var method = assembly.Find(place.Class, place.Method, arguments?.Count ?? 0);
        var type = assembly.ClassNamed(ClassOf(test, place));
        return new TestName
        {
            FullName = FullNameOf(test, place, method, type),
            Shown = ShownOf(shown, place),
            Class = type,
            Method = place.Method,
            Parameters = ParametersOf(shown, place, method, arguments),
            AllureId = method?.AllureId?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    // A fixture's arguments are part of who its tests are; only NUnit has such fixtures, and writes them there.
    private static string ClassOf(TestCase test, TestPlace place) =>
        place.FixtureLength < test.FullyQualifiedName.Length
        && test.FullyQualifiedName[..place.FixtureLength] is var fixture && fixture.EndsWith(')')
            ? fixture
            : place.Class;

    private static string FullNameOf(TestCase test, TestPlace place, TestMethod? method, TestClass type)
    {
        var prefix = $"{type.Assembly}:{type.FullName}.";
        if (method is null)
        {
            // A name that somebody gave: it may hold anything, and is all there is.
            var rest = test.FullyQualifiedName.Length > place.FixtureLength
                ? test.FullyQualifiedName[place.FixtureLength..].TrimStart('.')
                : place.Method;
            return prefix + (ArgumentList.Find(rest, place.Method) is null ? $"{rest}()" : $"{place.Method}()");
        }

        var typeParameters = method.TypeParameters.Count == 0 ? "" : $"[{string.Join(',', method.TypeParameters)}]";
        return $"{prefix}{method.Name}{typeParameters}({string.Join(',', method.Parameters.Select(p => p.Type))})";
    }

    // xUnit shows the class in front of everything, which is above it in every tree.
    private static string ShownOf(string shown, TestPlace place) =>
        shown.StartsWith(place.Class + ".", StringComparison.Ordinal) && shown.Length > place.Class.Length + 1
            ? shown[(place.Class.Length + 1)..]
            : shown;

    private static AllureParameter[] ParametersOf(
        string shown, TestPlace place, TestMethod? method, IReadOnlyList<string>? arguments)
    {
        if (arguments is null)
        {
            // Rows that somebody named are told apart by that name alone.
            var isNamed = method?.Parameters.Count > 0 && !shown.EndsWith(place.Method, StringComparison.Ordinal);
            return isNamed ? [new AllureParameter("name", HistoryText.Quoted(shown))] : [];
        }

        return [.. arguments.Select((argument, i) => ParameterOf(argument, i, method, arguments.Count))];
    }

    private static AllureParameter ParameterOf(string argument, int position, TestMethod? method, int count)
    {
        var declared = method?.Parameters.Count == count ? method.Parameters[position] : null;
        var name = declared?.Name ?? $"{position}";
        var prefix = $"{name}: ";
        if (declared is not null && argument.StartsWith(prefix, StringComparison.Ordinal))
            argument = argument[prefix.Length..];
        return new AllureParameter(name, ArgumentValue.ToJson(argument, declared?.Type));
    }
}
