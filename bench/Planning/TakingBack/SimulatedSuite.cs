namespace TestFlock.Bench.Planning.TakingBack;

/// <summary>How long the tests of a suite really take, in seconds, in discovery order; ten make a class.</summary>
internal sealed record SimulatedSuite(string Name, double[] Tests)
{
    private const int TestsOfClass = 10;
    private const double Trivial = 0.0003;

    public static IReadOnlyList<SimulatedSuite> All { get; } =
    [
        new("20,000 trivial", Of(20_000, (_, _) => Trivial)),
        new("5 % slow, in a row", Of(20_000, (i, _) => i is >= 8_000 and < 9_000 ? 1 : Trivial)),
        new("5 % slow, at the end", Of(20_000, (i, _) => i >= 19_000 ? 1 : Trivial)),
        new("5 % slow, spread", Of(20_000, (i, _) => i % 20 == 0 ? 1 : Trivial)),
        new("30 long of 1,000", Of(1_000, (i, chance) => i % 33 == 0 ? Long(chance) : Short(chance))),
        new("30 long in a row", Of(1_000, (i, chance) => i is >= 500 and < 530 ? Long(chance) : Short(chance))),
        new("2,000 of a second", Of(2_000, (_, _) => 1)),
        new("5,000 of 5 ms", Of(5_000, (_, _) => 0.005)),
        new("200 of 5 to 45 s", Of(200, (_, chance) => 5 + (40 * chance.NextDouble()))),
    ];

    public static int ClassOf(int test) => test / TestsOfClass;

    /// <summary>No run can be shorter.</summary>
    public double Bound(int slots) => Math.Max(Tests.Max(), Tests.Sum() / slots);

    private static double Long(Random chance) => 20 + (25 * chance.NextDouble());

    private static double Short(Random chance) => 0.04 * chance.NextDouble();

    private static double[] Of(int count, Func<int, Random, double> duration)
    {
        var chance = new Random(20261130);
        return [.. Enumerable.Range(0, count).Select(i => duration(i, chance))];
    }
}
