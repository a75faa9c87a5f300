using TestFlock.Contracts;
using TestFlock.Core.Coordination;

namespace TestFlock.Tests.Conformance.Coordination;

/// <summary>A run whose coordinator has its own connection.</summary>
public sealed class OpenRun : IAsyncDisposable
{
    private readonly IRunCoordination _coordination;

    private OpenRun(IRunCoordination coordination, RunId id, IRunRegistration registration) =>
        (_coordination, Id, Registration) = (coordination, id, registration);

    public RunId Id { get; }

    public IRunRegistration Registration { get; }

    public static async Task<OpenRun> OpenAsync(
        IRunCoordination coordination, RunShare share, CancellationToken cancellationToken)
    {
        var id = Some.Run();
        return new OpenRun(coordination, id, await coordination.OpenAsync(Some.Manifest(id), share, cancellationToken));
    }

    public Task AddAsync(string requirements, int batches, TimeSpan cost, CancellationToken cancellationToken) =>
        Registration.AddAsync(requirements, batches, cost, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Registration.DisposeAsync();
        await _coordination.DisposeAsync();
    }
}
