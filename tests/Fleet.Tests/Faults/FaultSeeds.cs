using System.Globalization;

namespace TestFlock.Fleet.Tests.Faults;

/// <summary>
/// The schedules to run: one, or those that somebody asks for, such as <c>TESTFLOCK_FAULT_SCHEDULES=1-200</c>, a study
/// of thousands of processes.
/// </summary>
internal static class FaultSeeds
{
    private const string Variable = "TESTFLOCK_FAULT_SCHEDULES";

    /// <exception cref="FormatException">The variable holds neither a number nor two with a dash between.</exception>
    public static IEnumerable<int> Wanted
    {
        get
        {
            var wanted = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : "1";
            var ends = wanted.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToArray();
            return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
        }
    }
}
