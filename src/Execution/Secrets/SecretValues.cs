using TestFlock.Contracts;
using TestFlock.Core.Settings;

namespace TestFlock.Execution.Secrets;

/// <summary>The values of a run's secret variables, which no text may show.</summary>
/// <param name="values">Each of them.</param>
internal sealed class SecretValues(IEnumerable<string> values)
{
    // Shorter ones are words of any text; masking them would hide more than the secret.
    private const int Shortest = 4;

    public static SecretValues None { get; } = new([]);

    /// <summary>What is masked: the longer first, since one may be a part of another.</summary>
    public IReadOnlyList<string> Values { get; } =
        [.. values.Where(value => value.Length >= Shortest).Distinct().OrderByDescending(value => value.Length)];

    public static SecretValues Of(RunManifest manifest) =>
        new(manifest.SecretVariables.Select(name => manifest.Variables.GetValueOrDefault(name) ?? ""));

    public string Hide(string text) =>
        Values.Aggregate(text, (shown, value) => shown.Replace(value, SecretMask.Mask, StringComparison.Ordinal));
}
