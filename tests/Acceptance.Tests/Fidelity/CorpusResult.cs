using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Fidelity;

/// <summary>What must not differ between a native run and ours.</summary>
public sealed record CorpusResult(string TestId, string Class, string DisplayName, string Outcome, string? Message)
{
    public static CorpusResult Of(ReportedResult result) =>
        new(result.TestId, result.FullyQualifiedName, result.DisplayName, result.Outcome, result.Message);
}
