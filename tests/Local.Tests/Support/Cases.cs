using TestFlock.Contracts;

namespace TestFlock.Local.Tests.Support;

/// <summary>Test cases, plans and results as short as tests about runs want them.</summary>
internal static class Cases
{
    public static TestCase Named(string name) => new()
    {
        Id = Guid.NewGuid(),
        FullyQualifiedName = $"Shop.Tests.{name}",
        DisplayName = name,
        Source = "shop.dll",
        ExecutorUri = "executor://any",
        Traits = [new Trait { Name = "Kind", Value = name }],
    };

    public static Batch BatchOf(RunId run, params (int Ordinal, TestCase Case)[] cases) => new()
    {
        Run = run,
        Id = new BatchId(Guid.NewGuid().ToString("N")),
        Units =
        [
            new Unit
            {
                Name = cases[0].Case.DisplayName,
                Attempts =
                    [.. cases.Select(c => new RequestedAttempt { Id = new AttemptId(c.Ordinal, 1), Case = c.Case })],
            },
        ],
    };

    public static TestResult Result(Outcome outcome, string? displayName = null) =>
        new() { Outcome = outcome, DisplayName = displayName };
}
