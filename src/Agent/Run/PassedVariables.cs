using System.Collections;
using System.Text.RegularExpressions;
using TestFlock.Core.Settings;

namespace TestFlock.Agent.Run;

/// <summary>Which variables of the caller reach tests on other machines.</summary>
internal static partial class PassedVariables
{
    /// <param name="variables">The user's choice; what it sets wins over what it passes.</param>
    /// <param name="own">The caller's environment.</param>
    public static IReadOnlyDictionary<string, string> Of(VariableOptions variables, IDictionary own)
    {
        var patterns = variables.Pass.Select(ToPattern).ToArray();
        var passed = own.Cast<DictionaryEntry>()
            .Where(variable => patterns.Any(p => p.IsMatch((string)variable.Key)))
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "");
        foreach (var (name, value) in variables.Set)
            passed[name] = value;
        return passed;
    }

    /// <summary>The names among them whose values nobody must read.</summary>
    public static IReadOnlyList<string> SecretsOf(VariableOptions variables, IEnumerable<string> names)
    {
        var patterns = variables.Secret.Select(ToPattern).ToArray();
        return [.. names.Where(name => SoundsSecret().IsMatch(name) || patterns.Any(p => p.IsMatch(name)))];
    }

    [GeneratedRegex(
        "PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIAL|(API|ACCESS|PRIVATE|SIGNING|ENCRYPTION)_?KEY|(^|_)PWD($|_)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SoundsSecret();

    private static Regex ToPattern(string name) => new(
        $"^{Regex.Escape(name).Replace(@"\*", ".*", StringComparison.Ordinal)}$",
        OperatingSystem.IsWindows()
            ? RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
            : RegexOptions.CultureInvariant);
}
