using System.Text.Json;
using TestFlock.Contracts;

namespace TestFlock.Packages.Running;

/// <summary>A test case as if it had been discovered where the package lies.</summary>
internal static class MovedCase
{
    // In it xUnit v3 writes down the whole path of the assembly, and loads the assembly from there.
    private const string XunitSerialization = "XunitTestCaseSerialization";

    public static TestCase Of(TestCase test, Relocation relocation) => relocation.TryMove(test.Source, out var source)
        ? test with { Source = source, Properties = [.. test.Properties.Select(p => Move(p, relocation))] }
        : test;

    private static PropertyValue Move(PropertyValue property, Relocation relocation)
    {
        if (property is not { Id: XunitSerialization, Value: { ValueKind: JsonValueKind.String } value })
            return property;
        var text = value.GetString()!;
        var moved = XunitV3Serialization.Move(text, relocation);
        return moved == text
            ? property
            : property with { Value = JsonSerializer.SerializeToElement(moved, WireJson.Default.String) };
    }
}
