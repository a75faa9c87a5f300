using System.Text.Json;
using TestFlock.Contracts;
using TestFlock.Core.Planning.Declarations;

namespace TestFlock.Core.Planning;

/// <summary>
/// Finds class and method of a test case. Adapters tell them in different ways, and a fully qualified name may hold
/// anything (arguments, given names), so the surest source comes first.
/// </summary>
public static class TestPlaces
{
    private static readonly string[] ClassProperties = ["TestCase.ManagedType", "MSTestDiscoverer.TestClassName"];
    private static readonly string[] MethodProperties = ["TestCase.ManagedMethod", "NUnit.MethodName"];

    /// <param name="test">Any test case.</param>
    /// <param name="isClass">Whether the assembly has a class of this plain name; null when that is not known.</param>
    public static TestPlace Of(TestCase test, Func<string, bool>? isClass)
    {
        var name = test.FullyQualifiedName;
        var method = FindText(test, MethodProperties) is { } managed ? MethodNameOf(managed) : null;
        var (type, end) = FindText(test, ClassProperties) is { } managedType
            ? (Unquoted(PlainName.Of(managedType)), Math.Min(managedType.Length, name.Length))
            : QualifiedName.SplitClass(name, isClass, method);
        return new TestPlace(type, method ?? RestAfter(name, end)) { FixtureLength = end };
    }

    private static string RestAfter(string name, int end)
    {
        var rest = name[end..].TrimStart('.');
        return rest.Length == 0 ? name : MethodNameOf(rest);
    }

    /// <summary>The identifier at the beginning; the whole where it is followed by what no method's name is.</summary>
    private static string MethodNameOf(string text)
    {
        var end = text.IndexOfAny(['(', '<', '`']);
        var name = end < 0 ? text : text[..end];
        return name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c == '_') ? name : text;
    }

    /// <summary>Without the quotes by which managed names mark what is no C# identifier.</summary>
    private static string Unquoted(string type) =>
        type.Contains('\'') ? string.Concat(type.Where(c => c is not ('\'' or '\\'))) : type;

    private static string? FindText(TestCase test, string[] ids)
    {
        foreach (var id in ids)
        {
            foreach (var property in test.Properties)
            {
                if (property.Id == id && property.Value is { ValueKind: JsonValueKind.String } value)
                    return value.GetString();
            }
        }

        return null;
    }
}
