using TestFlock.Execution.Warm;

namespace TestFlock.Bench.Planning.TakingBack;

/// <summary>One slot of a simulated run. Moments and durations in seconds.</summary>
internal sealed class SimulatedSlot
{
    public PortionSize Size { get; } = new();

    /// <summary>What it has not begun of its batch, class by class.</summary>
    public List<int[]> Left { get; set; } = [];

    /// <summary>The tests of its call; none while it is idle.</summary>
    public int[] Portion { get; set; } = [];

    public double FirstTest { get; private set; }

    public void Begin(int tests, double firstTest)
    {
        var taken = 1;
        var sum = Left[0].Length;
        while (taken < Left.Count && sum + Left[taken].Length <= tests)
            sum += Left[taken++].Length;
        Portion = [.. Left.Take(taken).SelectMany(block => block)];
        Left = Left[taken..];
        FirstTest = firstTest;
    }

    public void Learn(double callCost, double[] tests) => Size.Learn(
        Portion.Length,
        TimeSpan.FromSeconds(callCost),
        TimeSpan.FromSeconds(Portion.Sum(test => tests[test])));

    /// <summary>Since the last of its tests ended.</summary>
    public double Silent(double now, double[] tests)
    {
        var heard = FirstTest;
        foreach (var test in Portion)
        {
            if (heard + tests[test] > now)
                break;
            heard += tests[test];
        }

        return now - heard;
    }
}
