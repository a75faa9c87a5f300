namespace TestFlock.Agent.Telemetry;

/// <summary>
/// A <see cref="TelemetryExport"/> that starts beside other work: OpenTelemetry's libraries take a tenth of a second to be
/// compiled, which whoever waits for the run would wait for.
/// </summary>
internal sealed class EarlyTelemetry : IAsyncDisposable
{
    private readonly Task<TelemetryExport> _started;

    private EarlyTelemetry(Task<TelemetryExport> started) => _started = started;

    /// <summary>
    /// Ends when whatever is measured is also sent; what was made before is in no trace. Fails as the start did.
    /// </summary>
    public Task<TelemetryExport> Ready => _started;

    /// <inheritdoc cref="TelemetryExport.Start"/>
    public static EarlyTelemetry Start(
        string process, string instance, Func<string, string?> variable, TimeProvider time) =>
        new(Task.Run(() => TelemetryExport.Start(process, instance, variable, time)));

    public async ValueTask DisposeAsync()
    {
        await ((Task)_started).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_started.IsCompletedSuccessfully)
            (await _started).Dispose();
    }
}
