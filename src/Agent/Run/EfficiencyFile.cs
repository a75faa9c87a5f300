using System.Text.Json;
using System.Text.Json.Serialization;
using TestFlock.Contracts;
using TestFlock.Core.Efficiency;

namespace TestFlock.Agent.Run;

/// <summary>
/// The efficiency of a run as JSON beside its results, for dashboards and comparisons; times are in seconds.
/// </summary>
internal static partial class EfficiencyFile
{
    /// <returns>The file.</returns>
    /// <exception cref="IOException">The results directory cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, by its rights.</exception>
    public static string Write(string resultsDirectory, RunId run, RunEfficiency efficiency)
    {
        Directory.CreateDirectory(resultsDirectory);
        var path = Path.Combine(resultsDirectory, $"testflock-{run}.json");
        var document = new Document(
            run.Value,
            efficiency.Tests,
            efficiency.Slots,
            efficiency.Wall.TotalSeconds,
            efficiency.FirstTestAfter?.TotalSeconds,
            efficiency.Starting.TotalSeconds,
            efficiency.Waited.ToDictionary(
                wait => JsonNamingPolicy.CamelCase.ConvertName(wait.Key.ToString()), wait => wait.Value.TotalSeconds),
            efficiency.Capacity,
            efficiency.Held.TotalSeconds,
            efficiency.Tested.TotalSeconds,
            efficiency.HeldShare,
            efficiency.TestedShare,
            efficiency.Bound,
            efficiency.Shortest.TotalSeconds,
            [
                .. efficiency.Longest.Select(
                    test => new Test(test.Name, test.Duration.TotalSeconds, test.Agent, test.Slot)),
            ],
            efficiency.Flaky);
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(document, Json.Default.Document));
        return path;
    }

    private sealed record Document(
        string Run,
        int Tests,
        int Slots,
        double Wall,
        double? FirstTestAfter,
        double Starting,
        IReadOnlyDictionary<string, double> Waited,
        int? Capacity,
        double Held,
        double Tested,
        double HeldShare,
        double TestedShare,
        EfficiencyBound Bound,
        double Shortest,
        IReadOnlyList<Test> Longest,
        IReadOnlyList<FlakyTest> Flaky);

    private sealed record Test(string Name, double Duration, string Agent, int Slot);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
    [JsonSerializable(typeof(Document))]
    private sealed partial class Json : JsonSerializerContext;
}
