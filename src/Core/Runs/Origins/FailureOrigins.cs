using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Core.Runs.Origins;

/// <summary>
/// Whether failures follow the test (it failed on more than one agent, or failed and passed on the same one), the agent
/// (it failed there alone, and passed elsewhere) or the environment (many tests, on several agents, failed with the
/// same message). With one agent there is nothing to compare.
/// </summary>
internal sealed partial class FailureOrigins(IReadOnlyList<TestCase> cases)
{
    private const int MostNamed = 10;

    // Fewer tests than this have the same message by chance, or by a helper that they share.
    private const int FewestOfEnvironment = 5;

    private readonly HashSet<string> _agents = [];
    private readonly SortedDictionary<int, TestTrack> _tracks = []; // by ordinal: tests that have failed

    public void Take(FinishedAttempt attempt, bool hasFailed)
    {
        var agent = attempt.Place.Agent;
        if (agent.Length == 0)
            return;
        _agents.Add(agent);
        if (!_tracks.TryGetValue(attempt.Id.Ordinal, out var track))
        {
            if (!hasFailed)
                return;
            _tracks[attempt.Id.Ordinal] = track = new TestTrack();
        }

        (hasFailed ? track.FailedOn : track.PassedOn).Add(agent);
        if (hasFailed)
            track.Message ??= MessageOf(attempt);
    }

    /// <returns>Null when nothing failed, or nothing can be compared.</returns>
    public NoteMade? Tell()
    {
        if (_agents.Count < 2 || _tracks.Count == 0)
            return null;
        var (common, ofEnvironment) = FindEnvironment();
        var rest = _tracks.Where(test => !ofEnvironment.Contains(test.Key)).ToArray();
        var text = new StringBuilder("TestFlock: where failures come from.");
        if (common is not null)
            Append(text, $"the environment: the same failure on several agents ({common})", ofEnvironment);
        Append(text, "the test: failed on several agents, or failed and passed on one",
            rest.Where(test => test.Value.FollowsTest).Select(test => test.Key));
        foreach (var agent in rest.Where(test => test.Value.FollowsAgent)
            .GroupBy(test => test.Value.FailedOn.Single()))
        {
            Append(text, $"the agent {agent.Key}: failed there alone, passed elsewhere",
                agent.Select(test => test.Key));
        }

        Append(text, "not known: failed on one agent, and ran on no other", rest
            .Where(test => test.Value is { FollowsTest: false, FollowsAgent: false }).Select(test => test.Key));
        return new NoteMade(NoteLevel.Warning, text.ToString());
    }

    private (string? Message, HashSet<int> Tests) FindEnvironment()
    {
        var most = _tracks.Where(test => test.Value.Message is not null).GroupBy(test => test.Value.Message!)
            .MaxBy(group => group.Count());
        var isCommon = most is not null && most.Count() >= FewestOfEnvironment && most.Count() * 2 >= _tracks.Count
            && most.SelectMany(test => test.Value.FailedOn).Distinct().Count() > 1;
        return isCommon ? (most!.Key, [.. most.Select(test => test.Key)]) : (null, []);
    }

    private void Append(StringBuilder text, string origin, IEnumerable<int> tests)
    {
        var names = tests.Select(ordinal => cases[ordinal].FullyQualifiedName).ToArray();
        if (names.Length == 0)
            return;
        var more = names.Length > MostNamed ? $" and {names.Length - MostNamed} more" : "";
        text.Append(CultureInfo.InvariantCulture,
            $"\n  {origin}: {names.Length} tests ({string.Join(", ", names.Take(MostNamed))}{more})");
    }

    // Numbers (ports, times, ids) differ between failures that are the same.
    private static string? MessageOf(FinishedAttempt attempt)
    {
        var message = attempt.Results.FirstOrDefault(result => result.Outcome == Outcome.Failed)?.ErrorMessage;
        var line = message?.Split('\n')[0].Trim();
        return string.IsNullOrEmpty(line) ? null : Digits().Replace(line.Length > 200 ? line[..200] : line, "#");
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
