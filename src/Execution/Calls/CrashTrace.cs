using System.Text.RegularExpressions;
using TestFlock.Contracts;

namespace TestFlock.Execution.Calls;

/// <summary>What the runtime prints when it dies: the stack, which often passes through the test that did it.</summary>
internal static class CrashTrace
{
    // Compiled code of asynchronous methods and lambdas bears the method's name in angle brackets.
    private const string MethodEnd = @"(?:\(|\[|>)";

    private static readonly TimeSpan LongestSearch = TimeSpan.FromSeconds(1);

    /// <summary>Whether a stack frame in the text is the test's method, or code within it.</summary>
    public static bool Names(TestCase test, string text)
    {
        var (type, method) = Split(test.FullyQualifiedName);
        if (method.Length == 0)
            return false;
        var frame = $@"^\s+at {Regex.Escape(type)}[.+](?:[^\s(]*<)?{Regex.Escape(method)}{MethodEnd}";
        return Regex.IsMatch(text, frame, RegexOptions.Multiline | RegexOptions.CultureInvariant, LongestSearch);
    }

    // "Space.Type.Method(1, "a.b")": arguments are no part of a stack.
    private static (string Type, string Method) Split(string fullyQualifiedName)
    {
        var arguments = fullyQualifiedName.IndexOf('(', StringComparison.Ordinal);
        var name = arguments < 0 ? fullyQualifiedName : fullyQualifiedName[..arguments];
        var dot = name.LastIndexOf('.');
        return dot < 0 ? ("", "") : (name[..dot], name[(dot + 1)..]);
    }
}
