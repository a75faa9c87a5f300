namespace TestFlock.Core.Runs;

/// <summary>How a run ended.</summary>
/// <param name="Cancelled">The user stopped it.</param>
/// <param name="Troubled">Something but the tests themselves went wrong; logs are worth keeping.</param>
public sealed record RunVerdict(bool Cancelled, bool Troubled);
