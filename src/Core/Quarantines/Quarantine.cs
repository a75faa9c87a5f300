using System.Globalization;
using System.Text.RegularExpressions;
using TestFlock.Contracts;

namespace TestFlock.Core.Quarantines;

/// <summary>Which failures are told without failing the run, on a given day.</summary>
public sealed class Quarantine
{
    private readonly (QuarantineEntry Entry, Regex Name)[] _valid;

    /// <param name="entries">All that the file has.</param>
    /// <param name="today">In UTC.</param>
    public Quarantine(IReadOnlyList<QuarantineEntry> entries, DateOnly today)
    {
        _valid = [.. entries.Where(entry => entry.Until >= today).Select(entry => (entry, NamePattern(entry.Test)))];
        Expired = [.. entries.Where(entry => entry.Until < today)];
    }

    /// <summary>No test is in it.</summary>
    public static Quarantine Empty { get; } = new([], DateOnly.MinValue);

    /// <summary>Those whose tests fail the run again.</summary>
    public IReadOnlyList<QuarantineEntry> Expired { get; }

    /// <summary>Whether the test's failures do not fail the run.</summary>
    public bool Has(TestCase test) => Find(test) is not null;

    /// <summary>A result as it is told: a failure in quarantine becomes a skipped test that says what failed.</summary>
    public TestResult Soften(TestCase test, TestResult result)
    {
        if (result.Outcome != Outcome.Failed || Find(test) is not { } entry)
            return result;
        return result with
        {
            Outcome = Outcome.Skipped,
            ErrorMessage = string.Create(
                CultureInfo.InvariantCulture,
                $"TestFlock: failed, in quarantine until {entry.Until:yyyy-MM-dd} ({entry.Owner}: "
                    + $"{entry.Reason}).\n{result.ErrorMessage}"),
        };
    }

    private QuarantineEntry? Find(TestCase test) =>
        _valid.FirstOrDefault(entry => entry.Name.IsMatch(test.FullyQualifiedName)).Entry;

    private static Regex NamePattern(string test) => new(
        $"^{string.Join(".*", test.Split('*').Select(Regex.Escape))}$",
        RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant);
}
