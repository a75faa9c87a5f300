using System.Diagnostics.CodeAnalysis;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;
using TestFlock.Contracts;
using TestFlock.TestAdapter.Flock.Coordinator;
using TestFlock.TestAdapter.Flock.Preview;
using TestFlock.Translation;

namespace TestFlock.TestAdapter.Flock;

/// <summary>One run, from the coordinator's start to the last result.</summary>
internal sealed class VsFlockRun(IVsPreviewer previewer, IFrameworkHandle handle, TimeProvider time)
{
    private readonly object _turn = new();

    // Owned by the lock.
    private CoordinatorTalk? _talk;
    private bool _isCancelled;

    /// <summary>Runs what the preview selects; returns when nothing of the run is left.</summary>
    public async Task RunAsync(
        CoordinatorCommand command, OpenRun open, Func<IVsPreviewer, IReadOnlyList<VsWantedTest>> select)
    {
        // Started first, so that it, and what it starts in turn, is ready when the framework has found its tests.
        await using var process = CoordinatorProcess.Start(command, time);
        _ = process.TryWriteAsync(open);

        // A run of nothing is begun, too: only the coordinator can tell what is wrong in the settings.
        var wanted = select(previewer);
        var report = new VsRunReport(handle, [.. wanted.Select(test => test.Case)]);
        if (TryBegin(process, report, out var talk))
        {
            await talk.StartAsync([.. wanted.Select(ToWire)]);
            Conclude(await talk.End, report);
        }
        else
        {
            // It may have begun to prepare the run; left to itself it takes that away again.
            await process.ExitAsync(CoordinatorTalk.EndPatience);
        }
    }

    /// <summary>From another thread, as often as one likes.</summary>
    public void Cancel()
    {
        lock (_turn)
        {
            if (_isCancelled)
                return;
            _isCancelled = true;
            if (_talk is null)
                previewer.Cancel();
            else
                _talk.Cancel();
        }
    }

    private static TestCase ToWire(VsWantedTest test) =>
        VsTestCase.ToWire(test.Case) with { RunsExplicit = test.RunsExplicit };

    private bool TryBegin(
        CoordinatorProcess process, VsRunReport report, [NotNullWhen(true)] out CoordinatorTalk? talk)
    {
        lock (_turn)
        {
            talk = _isCancelled ? null : _talk = new CoordinatorTalk(process, report.Tell, time);
            return talk is not null;
        }
    }

    private void Conclude(CoordinatorEnd end, VsRunReport report)
    {
        switch (end)
        {
            case RunWasRefused refused:
                foreach (var error in refused.Errors)
                    handle.SendMessage(TestMessageLevel.Error, error);
                break;
            case RunWasBrokenOff brokenOff:
                handle.SendMessage(TestMessageLevel.Error, brokenOff.Report);
                if (report.IsAccepted && !_isCancelled)
                    report.RecordLost(brokenOff.Cause);
                break;
            case RunWasEnded { WasStopped: true }:
                handle.SendMessage(
                    TestMessageLevel.Warning,
                    "TestFlock: the coordinator did not end by itself after the run, and was stopped. "
                        + "Every result had arrived.");
                break;
        }
    }
}
