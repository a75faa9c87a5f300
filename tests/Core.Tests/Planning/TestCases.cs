using System.Text.Json;
using TestFlock.Contracts;

namespace TestFlock.Core.Tests.Planning;

/// <summary>Test cases as the frameworks' adapters give them.</summary>
internal static class TestCases
{
    public const string NUnitUri = "executor://NUnit3TestExecutor";
    public const string XunitUri = "executor://xunit/VsTestRunner3/netcore/";
    public const string MsTestUri = "executor://MSTestAdapter/v4";

    /// <summary>NUnit's adapter from 6 on.</summary>
    public static TestCase NUnit(
        string name, string? className = null, string? method = null, string source = "/bin/a.dll") =>
        Create(NUnitUri, name, source, ("NUnit.ClassName", className), ("NUnit.MethodName", method));

    public static TestCase Xunit(
        string type, string method, string? displayName = null, string source = "/bin/a.dll") =>
        CreateManaged(XunitUri, type, method, source) with { DisplayName = displayName ?? $"{type}.{method}" };

    public static TestCase MsTest(
        string type, string method, string? displayName = null, string source = "/bin/a.dll") =>
        CreateManaged(MsTestUri, type, method, source) with { DisplayName = displayName ?? method };

    public static TestCase With(this TestCase test, string trait, string value) =>
        test with { Traits = [.. test.Traits, new Trait { Name = trait, Value = value }] };

    private static TestCase CreateManaged(string uri, string type, string method, string source)
    {
        var name = $"{type}.{method.Split('(', '`')[0]}";
        return Create(uri, name, source, ("TestCase.ManagedType", type), ("TestCase.ManagedMethod", method));
    }

    private static TestCase Create(
        string uri, string name, string source, params (string Id, string? Text)[] properties) => new()
    {
        Id = Guid.NewGuid(),
        FullyQualifiedName = name,
        DisplayName = name,
        Source = source,
        ExecutorUri = uri,
        Properties =
        [
            .. properties.Where(property => property.Text is not null).Select(property => new PropertyValue
            {
                Id = property.Id,
                Label = property.Id,
                ValueType = "System.String",
                Value = JsonSerializer.SerializeToElement(property.Text),
            }),
        ],
    };
}
