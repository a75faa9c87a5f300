namespace TestFlock.TestAdapter.Flock.Coordinator;

/// <summary>How the talk with the coordinator ended.</summary>
internal abstract record CoordinatorEnd;

/// <summary>It said that the run is over, with a result for every test case unless the run was cancelled.</summary>
/// <param name="WasStopped">It then did not end by itself and was stopped.</param>
internal sealed record RunWasEnded(bool WasStopped) : CoordinatorEnd;

/// <summary>It, or the adapter, refused the run: nothing ran.</summary>
internal sealed record RunWasRefused(IReadOnlyList<string> Errors) : CoordinatorEnd;

/// <summary>The adapter dropped the run before it began.</summary>
internal sealed record RunWasDropped : CoordinatorEnd;

/// <summary>It broke off.</summary>
/// <param name="Cause">What happened, in half a sentence, such as <c>it ended with exit code 1</c>.</param>
/// <param name="Report">The whole message: what happened, its last words, its log, and the cure.</param>
internal sealed record RunWasBrokenOff(string Cause, string Report) : CoordinatorEnd;
