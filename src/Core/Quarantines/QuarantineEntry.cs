namespace TestFlock.Core.Quarantines;

/// <summary>Tests whose failures are known, and who answers for it until when.</summary>
/// <param name="Test">Fully qualified name; <c>*</c> stands for any characters.</param>
/// <param name="Owner">Who is to mend it.</param>
/// <param name="Reason">What is wrong with it, such as a link.</param>
/// <param name="Until">The last day, in UTC, on which its failures do not fail the run.</param>
public sealed record QuarantineEntry(string Test, string Owner, string Reason, DateOnly Until);
