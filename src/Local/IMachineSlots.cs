namespace TestFlock.Local;

/// <summary>
/// Slots that all coordinators of a machine share, so that a solution of many test projects does not overload it.
/// </summary>
public interface IMachineSlots
{
    /// <summary>Waits until the machine's slot of this number is free; disposing the result frees it.</summary>
    /// <param name="slot">From 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IDisposable> TakeAsync(int slot, CancellationToken cancellationToken);
}
