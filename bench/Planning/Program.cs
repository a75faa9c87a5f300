using System.Globalization;
using System.Text.Json;
using TestFlock.Bench.Planning.TakingBack;
using TestFlock.Contracts;
using TestFlock.Core.Planning;
using TestFlock.Core.Settings;

// dotnet run -c Release --project bench/Planning [cases] [test assembly]
// Prints the processor time that planning a run takes, for each size of unit, cold and warm: on a busy machine the wall
// clock would tell of others.
// dotnet run -c Release --project bench/Planning taking-back
// Simulates first runs of suites of several kinds, with and without taking back what slots have not begun.
if (args is ["taking-back"])
{
    Comparison.Print();
    return;
}

var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
var source = args.Length > 1 ? Path.GetFullPath(args[1]) : typeof(RunPlanner).Assembly.Location;
var cases = Enumerable.Range(0, count).Select(Create).ToArray();

foreach (var size in Enum.GetValues<UnitSize>())
{
    var cold = Measure(size, out var batches);
    var warm = Measure(size, out _);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{count} cases, unit {size,-8}: {batches,7} batches, cold {cold.TotalMilliseconds,6:F0} ms, "
        + $"warm {warm.TotalMilliseconds,6:F0} ms"));
}

TimeSpan Measure(UnitSize size, out int batches)
{
    var ids = 0;
    var began = Environment.CpuUsage.TotalTime;
    var plan = RunPlanner.Plan(new PlanRequest
    {
        Run = new RunId("bench"),
        Cases = cases,
        Unit = size,
        NewBatchId = () => new BatchId($"batch-{++ids}"),
        OpenAssembly = path => File.Exists(path) ? File.OpenRead(path) : null,
        Estimate = test => TimeSpan.FromMilliseconds(test.FullyQualifiedName.Length),
    });
    batches = plan.Batches.Count;
    return Environment.CpuUsage.TotalTime - began;
}

// Ten rows to a method, ten methods to a class, as NUnit's adapter tells them.
TestCase Create(int number)
{
    var type = $"Shop.Area{number / 10_000}.Tests{number / 100}";
    var method = $"Method{number / 10}";
    return new TestCase
    {
        Id = new Guid(number, 0, 0, new byte[8]),
        FullyQualifiedName = $"{type}.{method}({number},\"row\")",
        DisplayName = $"{method}({number},\"row\")",
        Source = source,
        ExecutorUri = "executor://NUnit3TestExecutor",
        Traits = [new Trait { Name = "Category", Value = "Shop" }],
        Properties = [Property("NUnit.ClassName", type), Property("NUnit.MethodName", method)],
    };
}

static PropertyValue Property(string id, string value) => new()
{
    Id = id,
    Label = id,
    ValueType = "System.String",
    Value = JsonSerializer.SerializeToElement(value),
};
