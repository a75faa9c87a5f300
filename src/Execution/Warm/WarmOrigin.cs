using TestFlock.Contracts;

namespace TestFlock.Execution.Warm;

/// <summary>
/// What a warm host was started for. It serves nothing else: another run may have other settings, or the same
/// assembly built anew, and must not find what this one's tests left in memory.
/// </summary>
/// <param name="Run">The run whose manifest gave settings and environment.</param>
/// <param name="Source">Full path of the test assembly.</param>
internal sealed record WarmOrigin(RunId Run, string Source);
