namespace TestFlock.Acceptance.Tests.Support;

/// <summary>A result as a TRX file holds it, without what differs between any two runs (times, run ids).</summary>
public sealed record ReportedResult
{
    /// <summary>The id of the test case. Results of one test case share it.</summary>
    public required string TestId { get; init; }

    public required string FullyQualifiedName { get; init; }

    public required string DisplayName { get; init; }

    public required string ExecutorUri { get; init; }

    public required string Outcome { get; init; }

    public string? Message { get; init; }

    public string? StackTrace { get; init; }

    public string? StandardOutput { get; init; }

    public string? StandardError { get; init; }

    /// <summary>File names of the result's attachments, sorted, one a line.</summary>
    public required string Attachments { get; init; }
}
