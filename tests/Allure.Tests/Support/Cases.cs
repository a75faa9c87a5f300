using System.Text.Json;
using TestFlock.Contracts;

namespace TestFlock.Allure.Tests.Support;

/// <summary>Test cases as the frameworks' adapters tell them.</summary>
internal static class Cases
{
    public const string NUnit = "executor://nunit3testexecutor/";
    public const string Xunit = "executor://xunit/VsTestRunner3/netcore/";
    public const string MSTest = "executor://mstestadapter/v4";

    public static TestCase Of(string qualifiedName, string? shown = null, string executor = NUnit) => new()
    {
        Id = Guid.NewGuid(),
        FullyQualifiedName = qualifiedName,
        DisplayName = shown ?? qualifiedName[(qualifiedName.LastIndexOf('.') + 1)..],
        Source = "/nowhere/Shop.dll",
        ExecutorUri = executor,
    };

    public static TestCase WithTrait(this TestCase test, string name, string value) =>
        test with { Traits = [.. test.Traits, new Trait { Name = name, Value = value }] };

    public static TestCase WithProperty(this TestCase test, string id, object value) => test with
    {
        Properties =
        [
            .. test.Properties,
            new PropertyValue
            {
                Id = id,
                Label = id,
                ValueType = value.GetType().FullName!,
                Value = JsonSerializer.SerializeToElement(value),
            },
        ],
    };
}
