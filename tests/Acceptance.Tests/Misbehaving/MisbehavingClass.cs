using System.Globalization;
using System.Text.RegularExpressions;
using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Misbehaving;

/// <summary>One cell of the conformance table.</summary>
/// <param name="Text">The class.</param>
/// <param name="Told">Of each test: how often it runs, and how it is told.</param>
/// <param name="KeepsOrder">Whether its tests run in their order in each attempt.</param>
/// <param name="IsCleanedUp">Whether each process in which it ran lives to run its one-time tear-down.</param>
public sealed record MisbehavingClass(TestClassText Text, string Told, bool KeepsOrder, bool IsCleanedUp)
{
    /// <returns>What is wrong with what the class told and noted; empty when all is well.</returns>
    public IEnumerable<string> Check(IReadOnlyList<ReportedResult> results, IReadOnlyList<DiaryEntry> diary)
    {
        var noted = diary.Where(entry => entry.Class == Text.Name).ToArray();
        var ran = noted.Where(entry => Text.Tests.Any(test => test.Name == entry.Place)).ToArray();
        var told = string.Join(' ', Text.Tests.Zip(Told.Split(' '), (test, wanted) =>
            Tell(test, ran.Count(entry => entry.Place == test.Name), wanted, results)));
        if (told != Told)
            yield return $"{Text.Name}: {Told} expected, but {told}";
        foreach (var process in ran.GroupBy(entry => entry.Process))
        {
            var order = string.Concat(process.Select(entry => entry.Place[0]));
            if (!process.Select(entry => entry.State).SequenceEqual(Enumerable.Range(0, process.Count())))
                yield return $"{Text.Name}: state was left over in process {process.Key}: {string.Join(' ', process)}";
            if (process.DistinctBy(entry => entry.Place).Count() != process.Count())
                yield return $"{Text.Name}: a test ran twice in one process: {order}";
            if (KeepsOrder && !order.SequenceEqual(order.Order()))
                yield return $"{Text.Name}: out of order: {order}";
            // A class that need not stay whole may be begun more than once in a process, in one batch after the other;
            // also for a test whose set-up fails, which notes nothing.
            var most = KeepsOrder ? 1 : Text.Tests.Count;
            var cleaned = noted.Count(entry => entry.Process == process.Key && entry.Place == "cleaned");
            if (IsCleanedUp && (cleaned < 1 || cleaned > most))
                yield return $"{Text.Name}: {cleaned} one-time tear-downs in process {process.Key}, 1 to {most} expected: "
                    + string.Join(' ', noted.Select(entry => $"{entry.Process}:{entry.Place}"));
        }
    }

    private string Tell(TestText test, int runs, string wanted, IReadOnlyList<ReportedResult> results)
    {
        var result = results.Where(r => r.FullyQualifiedName.EndsWith($"{Text.Name}.{test.Name}", StringComparison.Ordinal)).ToArray();
        var outcome = result.Length != 1
            ? $"({result.Length} results)"
            : result[0].Outcome switch
            {
                "Passed" => "P",
                "Failed" => "F",
                "NotExecuted" when Regex.IsMatch(result[0].Message ?? "", @"^previous test failed \(.*B\)$") => "S",
                var other => $"({other}: {result[0].Message})",
            };
        var atLeast = wanted.Contains('+');
        return atLeast && runs >= wanted[0] - '0' ? $"{wanted[..^1]}{outcome}" : $"{runs.ToString(CultureInfo.InvariantCulture)}{outcome}";
    }
}
