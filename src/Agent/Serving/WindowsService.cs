using System.Diagnostics;
using System.Runtime.Versioning;
using System.ServiceProcess;

namespace TestFlock.Agent.Serving;

/// <summary>
/// The door to Windows' service control manager: its stop control drains, and a shutdown of the machine gives running
/// tests back at once, since Windows waits for seconds only.
/// </summary>
/// <param name="serve">Serves until it is asked to end; returns the exit code, with complaints for a person.</param>
[SupportedOSPlatform("windows")]
internal sealed class WindowsService(Func<ServiceControls, TextWriter, Task<int>> serve) : ServiceBase
{
    /// <summary>ERROR_EXCEPTION_IN_SERVICE (winerror.h); anything but 0 makes Windows start the service again.</summary>
    private const int Failed = 1064;

    /// <summary>The manager takes a service for hung that does not tell of itself within what it said before.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _drain = new();
    private readonly CancellationTokenSource _leave = new();
    private readonly TaskCompletionSource _ended = new();
    private bool _hasStarted;

    /// <summary>Returns when the service has stopped.</summary>
    /// <returns>Whether the service control manager was there to start it.</returns>
    public bool TryRun()
    {
        ServiceName = "TestFlock agent";
        CanShutdown = true;
        EventLog.Source = AgentLogs.EventSource;
        Run(this);
        return _hasStarted;
    }

    protected override void OnStart(string[] args)
    {
        _hasStarted = true;
        // Windows starts services in a folder of its own; appsettings.json lies beside the program.
        Environment.CurrentDirectory = Path.GetDirectoryName(Environment.ProcessPath)!;
        _ = Task.Run(ServeAsync);
    }

    protected override void OnStop()
    {
        _drain.Cancel();
        while (!_ended.Task.Wait(Beat))
            RequestAdditionalTime(2 * Beat);
    }

    protected override void OnShutdown()
    {
        _leave.Cancel();
        _ended.Task.Wait(DrainSignals.LongestFarewell);
    }

    private async Task ServeAsync()
    {
        var exitCode = Failed;
        try
        {
            await using var complaints = new StringWriter();
            exitCode = await serve(new ServiceControls(_drain.Token, _leave.Token), complaints);
            if (complaints.ToString() is { Length: > 0 } text)
                EventLog.WriteEntry(text, EventLogEntryType.Error);
        }
        finally
        {
            End(exitCode);
        }
    }

    private void End(int exitCode)
    {
        var isAsked = _drain.IsCancellationRequested || _leave.IsCancellationRequested;
        // Whoever stopped it does not want it back, however it ended.
        ExitCode = isAsked || exitCode == 0 ? 0 : Failed;
        _ended.SetResult();
        if (!isAsked)
            Stop();
    }
}
