using System.Diagnostics;

namespace TestFlock.Bench.Fleet;

/// <summary>
/// How late the machine itself wakes a thread that has nothing else to do: what the slots are measured by on a machine
/// that is shared.
/// </summary>
internal sealed class MachineProbe : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly ManualResetEventSlim _end = new();
    private readonly Thread _thread;

    public MachineProbe()
    {
        _thread = new Thread(Probe) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Beyond the time that was asked for.</summary>
    public Durations Late { get; } = new();

    public void Dispose()
    {
        _end.Set();
        _thread.Join();
        _end.Dispose();
    }

    private void Probe()
    {
        var asked = Stopwatch.GetTimestamp();
        while (!_end.Wait(Pause))
        {
            Late.Add(asked + (long)(Pause.TotalSeconds * Stopwatch.Frequency));
            asked = Stopwatch.GetTimestamp();
        }
    }
}
