using TestFlock.Contracts;

namespace TestFlock.Core.Coordination;

/// <summary>The coordinator's door to what all runs and agents share.</summary>
public interface IRunCoordination : IAsyncDisposable
{
    /// <summary>
    /// Makes the run known to agents; nothing is eligible before <see cref="IRunRegistration.AddAsync"/>.
    /// </summary>
    /// <exception cref="CoordinationException">Coordination cannot be reached; the message has address and
    /// cure.</exception>
    Task<IRunRegistration> OpenAsync(RunManifest manifest, RunShare share, CancellationToken cancellationToken);
}
