namespace TestFlock.Local.Tests.Support;

/// <summary>A machine that nobody else uses.</summary>
internal sealed class UnlimitedMachine : IMachineSlots
{
    public Task<IDisposable> TakeAsync(int slot, CancellationToken cancellationToken) =>
        Task.FromResult<IDisposable>(new CancellationTokenSource());
}
