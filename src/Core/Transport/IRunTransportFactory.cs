using TestFlock.Contracts;

namespace TestFlock.Core.Transport;

/// <summary>Opens the transport of a run.</summary>
public interface IRunTransportFactory
{
    /// <exception cref="TransportException">The broker cannot be reached or refuses; the message has address and
    /// cure.</exception>
    Task<IRunTransport> OpenAsync(RunId run, CancellationToken cancellationToken);
}
