using TestFlock.Contracts;
using TestFlock.Core.Execution;

namespace TestFlock.Execution.Slots;

/// <summary>The runners of one slot, one for each kind of isolation, made when first needed.</summary>
internal sealed class SlotRunners(int slot, IReadOnlyList<IBatchRunnerFactory> factories) : IAsyncDisposable
{
    private readonly Dictionary<Isolation, IBatchRunner> _runners = [];

    /// <exception cref="NotSupportedException">This agent has no such isolation.</exception>
    public IBatchRunner For(Isolation isolation)
    {
        if (_runners.TryGetValue(isolation, out var known))
            return known;

        var factory = factories.FirstOrDefault(f => f.Isolation == isolation)
            ?? throw new NotSupportedException(
                $"This agent cannot run tests in {isolation} isolation; upgrade it, or choose another <Isolation>.");
        return _runners[isolation] = factory.Create(slot);
    }

    /// <inheritdoc cref="IBatchRunner.PrepareAsync"/>
    public Task PrepareAsync(RunManifest manifest, CancellationToken stop) =>
        factories.Any(f => f.Isolation == manifest.Isolation)
            ? For(manifest.Isolation).PrepareAsync(manifest, stop)
            : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var runner in _runners.Values)
            await runner.DisposeAsync();
    }
}
