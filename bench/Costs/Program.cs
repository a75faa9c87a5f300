using System.Globalization;
using TestFlock.Bench.Costs;

// dotnet run -c Release --project bench/Costs -- sleepy | pass-through | trivial | single | skewed | allure | observed [rounds]
//   allure [rounds [trivial|5ms]]: `allure 16 trivial` takes about eight minutes on two quiet cores
//   observed [rounds [trivial|5ms [statsd|OTLP]]]: `observed 16 trivial OTLP` takes as long
// Prints what TestFlock costs beside the native run. Compared runs take turns, so that a busy machine burdens all
// alike; the ratios are worth more than the times.
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
switch (args is [var what, ..] ? what : "")
{
    case "sleepy":
        await Sleepy.RunAsync(rounds);
        return 0;
    case "pass-through":
        await PassThrough.RunAsync(rounds);
        return 0;
    case "trivial":
        await Trivial.RunAsync(rounds);
        return 0;
    case "single":
        await OneByOne.RunAsync(rounds);
        return 0;
    case "skewed":
        await Skewed.RunAsync(rounds);
        return 0;
    case "allure":
        await WithAllure.RunAsync(rounds, [.. args.Skip(2).Take(1)]);
        return 0;
    case "observed":
        await Observed.RunAsync(rounds, [.. args.Skip(2).Take(1)], [.. args.Skip(3).Take(1)]);
        return 0;
    default:
        Console.Error.WriteLine(
            "Say what to measure: sleepy, pass-through, trivial, single, skewed, allure or observed, and how many rounds (default 5).");
        return 2;
}
