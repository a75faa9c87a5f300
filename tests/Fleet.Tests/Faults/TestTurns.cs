namespace TestFlock.Fleet.Tests.Faults;

/// <summary>What a test does in each of its executions; see <c>turns</c> in tests/Scripted.</summary>
internal sealed class TestTurns
{
    private const string Passes = "start; result Passed; end";
    private const string Fails = "start; result Failed; end";
    private const string Hangs = "start; hang";

    // None of them is a verdict: before the test has begun, while it runs, after its result, without a word.
    private static readonly string[] Accidents =
        ["exit 3", "start; exit 4", "start; result Passed; exit 5", "nothing"];

    /// <param name="folder">Made here.</param>
    /// <param name="chance">Of the schedule.</param>
    public TestTurns(string folder, Random chance)
    {
        Folder = Directory.CreateDirectory(folder).FullName;
        var failures = chance.Next(10) switch
        {
            < 6 => 0,
            < 8 => 1,
            8 => 2,
            _ => int.MaxValue,
        };
        var turns = new List<string>();
        for (var verdict = 0; verdict <= Math.Min(failures, 2); verdict++)
        {
            if (chance.Next(20) == 0)
                turns.Add(Hangs);
            else if (chance.Next(3) == 0)
                turns.Add(Accidents[chance.Next(Accidents.Length)]);
            turns.Add(verdict < failures ? Fails : Passes);
        }

        foreach (var (index, turn) in turns.Index())
            File.WriteAllText(Path.Combine(folder, $"{index + 1}.turn"), turn);
        File.WriteAllText(Path.Combine(folder, "rest"), failures == int.MaxValue ? Fails : Passes);
    }

    /// <summary>Long enough for a busy machine, since what does not hang takes no time.</summary>
    public static TimeSpan LongestTest { get; } = TimeSpan.FromSeconds(5);

    public string Folder { get; }

    /// <summary>The executions that came to a verdict, and what it was.</summary>
    public IReadOnlyDictionary<string, bool> FindVerdicts() => Directory.GetFiles(Folder, "*.done")
        .Select(file => Path.GetFileNameWithoutExtension(file))
        .ToDictionary(turn => turn, IsPass);

    /// <summary>Whether the execution passes if it comes to a verdict.</summary>
    public bool IsPass(string turn)
    {
        var own = Path.Combine(Folder, $"{turn}.turn");
        return File.ReadAllText(File.Exists(own) ? own : Path.Combine(Folder, "rest")).Contains("Passed");
    }
}
