using System.Globalization;
using TestFlock.Bench.Fleet;

switch (args)
{
    case []:
        await Idle.RunAsync();
        await Gap.RunAsync();
        await Shares.RunAsync();
        await SmallBesideLarge.RunAsync();
        await ManyTests.RunAsync(tests: 100_000, testsOfBatch: 1);
        await ManyTests.RunAsync(tests: 100_000, testsOfBatch: 10);
        return 0;
    case ["idle"]:
        await Idle.RunAsync();
        return 0;
    case ["gap"]:
        await Gap.RunAsync();
        return 0;
    case ["shares"]:
        await Shares.RunAsync();
        return 0;
    case ["small"]:
        await SmallBesideLarge.RunAsync();
        return 0;
    case ["rolling", var rounds]:
        await RollingRestart.RunAsync(Number(rounds));
        return 0;
    case ["many", var tests, var testsOfBatch]:
        await ManyTests.RunAsync(Number(tests), Number(testsOfBatch));
        return 0;
    case ["coordinate", var tests, var testsOfBatch]:
        await ManyTests.CoordinateAsync(Number(tests), Number(testsOfBatch));
        return 0;
    default:
        Console.Error.WriteLine("idle, gap, shares, small, rolling ROUNDS, or many TESTS TESTS-OF-A-BATCH");
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
