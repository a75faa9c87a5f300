using TestFlock.Contracts;

namespace TestFlock.Agent.Run;

/// <summary>
/// The oldest protocol whose agents do all that a run asks for: what an agent does not know of a manifest or a batch,
/// it leaves out without a word.
/// </summary>
internal static class NeededProtocol
{
    /// <param name="manifest">The run's.</param>
    /// <param name="retries">Whether a failed test may be tried again.</param>
    /// <param name="batches">All of the run.</param>
    public static int Of(RunManifest manifest, bool retries, IReadOnlyList<Batch> batches) =>
        retries || AsksForSecond(manifest)
        || batches.SelectMany(b => b.Units).SelectMany(u => u.Attempts).Any(AsksForSecond)
            ? 2
            : ProtocolVersion.Oldest;

    // Agents of protocol 1 run what lies at the caller's path, mask nothing, know one time-out for all tests, and give
    // a further attempt the process of the one before.
    private static bool AsksForSecond(RunManifest manifest) =>
        manifest.Packages.Any(p => p.Origin != PackageOrigin.Shared)
        || manifest.SecretVariables.Count > 0
        || manifest.GathersAllureResults
        || manifest.BatchTimeout is not null;

    private static bool AsksForSecond(RequestedAttempt attempt) =>
        attempt is { Timeout: not null, IsTimeoutLearned: false } or { IncrementalClass: not null };
}
