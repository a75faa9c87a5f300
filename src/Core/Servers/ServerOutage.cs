using TestFlock.Core.Telemetry;

namespace TestFlock.Core.Servers;

/// <summary>
/// Tells a watcher when a server is away and when it is back, each once, and not at all of a flap that is over before a
/// person could read it.
/// </summary>
public sealed class ServerOutage(string server, IServerWatcher watcher, TimeProvider time)
{
    private static readonly TimeSpan Flap = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private long? _since; // guarded by _gate
    private bool _isTold; // guarded by _gate

    /// <summary>A call failed because the server is away.</summary>
    public void Failed(string why)
    {
        lock (_gate)
        {
            _since ??= time.GetTimestamp();
            if (_isTold || time.GetElapsedTime(_since.Value) < Flap)
                return;
            _isTold = true;
            FlockMeters.ServerOutages.Add(1, new KeyValuePair<string, object?>("server", server));
            watcher.Lost(server, why);
        }
    }

    /// <summary>A call succeeded.</summary>
    public void Answered()
    {
        lock (_gate)
        {
            if (_since is { } since && _isTold)
                watcher.Back(server, time.GetElapsedTime(since));
            (_since, _isTold) = (null, false);
        }
    }
}
