using TestFlock.Contracts;
using TestFlock.Core.Reporting;
using TestFlock.Core.Transport;

namespace TestFlock.Core.Runs;

/// <summary>
/// What a coordinator reacts to, one at a time: that is why nothing in this folder but the inbox is locked.
/// </summary>
internal abstract record RunSignal;

internal sealed record ReportArrived(IReportDelivery Delivery) : RunSignal;

internal sealed record TimeToReconcile : RunSignal;

/// <summary>A look at queues, claims and agents is over.</summary>
internal sealed record Looked(Findings Findings) : RunSignal;

/// <summary>The user should read something.</summary>
internal sealed record NoteAsked(NoteMade Note) : RunSignal;

internal sealed record StopAsked(RunStop Why) : RunSignal;

/// <summary>The pause before a further attempt is over.</summary>
internal sealed record RetryDue(Batch Batch) : RunSignal;

/// <summary>Agents had their time to stop.</summary>
internal sealed record GracePassed : RunSignal;

/// <summary>The run cannot go on.</summary>
internal sealed record RunFaulted(string Reason) : RunSignal;
