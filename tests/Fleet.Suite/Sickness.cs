namespace Fleet.Suite;

/// <summary>What a test does when one of the agents is sick: it fails there, and passes everywhere else.</summary>
internal static class Sickness
{
    private const int Enough = 5;

    /// <param name="sick">The name of the agent.</param>
    /// <param name="agent">The name of the one that runs the test.</param>
    /// <param name="journal">Where tests write down where they begin.</param>
    public static async Task SufferAsync(string sick, string agent, string journal)
    {
        if (agent == sick)
            throw new InvalidOperationException($"Nothing works on {agent}.");

        // The others have time until it is plain which agent is sick.
        while (await FailedAsync(sick, journal) < Enough)
            await Task.Delay(TimeSpan.FromMilliseconds(50));
    }

    private static async Task<int> FailedAsync(string sick, string journal)
    {
        using var reader = new StreamReader(
            new FileStream(journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var lines = (await reader.ReadToEndAsync()).Split('\n');
        return lines.Count(line => line.StartsWith("begin ", StringComparison.Ordinal) && line.Contains($" {sick} "));
    }
}
