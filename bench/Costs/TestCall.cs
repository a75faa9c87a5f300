using System.Globalization;
using System.Text.RegularExpressions;

namespace TestFlock.Bench.Costs;

/// <summary>One whole <c>dotnet test</c> of a built assembly.</summary>
internal static partial class TestCall
{
    /// <exception cref="InvalidOperationException">Not all tests passed: its time would mean nothing.</exception>
    public static async Task<TimedCommand> RunAsync(string assembly, int tests, params string[] options)
    {
        var call = await TimedCommand.RunAsync("dotnet", ["test", assembly, "--nologo", .. options]);
        var passed = Passed().Match(call.Output);
        return passed.Success && int.Parse(passed.Groups[1].Value, CultureInfo.InvariantCulture) == tests
            ? call
            : throw new InvalidOperationException($"{assembly}: {tests} passed tests were expected:\n{call.Output}");
    }

    [GeneratedRegex(@"Passed!\s.*Passed:\s+(\d+)")]
    private static partial Regex Passed();
}
