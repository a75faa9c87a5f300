using System.Globalization;

namespace TestFlock.Bench.Planning.TakingBack;

/// <summary>Prints calls and time of each suite: with each batch as one call, and with taking back.</summary>
internal static class Comparison
{
    private static readonly int[] Slots = [2, 8];
    private static readonly double[] CallCosts = [0.005, 0.4, 0.8];

    public static void Print()
    {
        foreach (var suite in SimulatedSuite.All)
        foreach (var slots in Slots)
        foreach (var cost in CallCosts)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{suite.Name,-20} {slots} slots, {cost * 1000,3:F0} ms a call: {Tell(suite, slots, cost, false)}; "
                + $"taking back {Tell(suite, slots, cost, true)}"));
        }
    }

    private static string Tell(SimulatedSuite suite, int slots, double cost, bool takesBack)
    {
        var run = new SimulatedRun(suite, slots, cost, takesBack);
        var took = run.Run();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Calls,4} calls, {took,7:F1} s, {took / suite.Bound(slots),5:F2} times the bound");
    }
}
