using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using TestFlock.Contracts;
using TestFlock.Link;
using TestFlock.TestAdapter.Selected;
using TestFlock.Translation;

namespace TestFlock.TestAdapter.Warm;

/// <summary>
/// Runs selections through the frameworks' own executors, which it keeps, and leaves the process as it was before.
/// </summary>
internal sealed class WarmServer(IRunContext context, WarmWork work, SlotLink slot)
{
    private readonly HostState _state = new();
    private readonly Lazy<IRunContext> _inTurn =
        new(() => new VsContext(context, OneAtATime.In(context.RunSettings?.SettingsXml)));

    private readonly Dictionary<Uri, VsFrameworkAdapters> _adapters =
        VsFramework.All.ToDictionary(f => new Uri(f.ExecutorUri), f => new VsFrameworkAdapters(f));

    /// <summary>Returns when the selection is done, and the slot knows.</summary>
    public void Serve(RunSelection selection)
    {
        // A thread of its own: culture, synchronization context and thread statics of one selection end with it.
        _state.BeginSelection();
        if (selection.TraceParent is { } trace)
            Environment.SetEnvironmentVariable(RunSelection.TraceVariable, trace);
        string? error = null;
        var thread = new Thread(() => error = TryRun(selection)) { Name = "TestFlock selection" };
        thread.Start();
        thread.Join();
        _state.Restore();
        if (selection.OutputMark is { } mark)
            StandardStreams.Mark(mark);
        slot.Tell(new HostFinished { Error = error });
    }

    private string? TryRun(RunSelection selection)
    {
        try
        {
            var how = selection.InTurn ? _inTurn.Value : context;
            var platform = new MutePlatform(_state.BeginTests);
            foreach (var framework in selection.Cases.GroupBy(c => new Uri(c.ExecutorUri)))
                Run([.. framework.Select(c => new SelectedCase(VsTestCase.FromWire(c), c.RunsExplicit))], how,
                    platform, selection.StopsAtFailure);
            return null;
        }
        catch (Exception e)
        {
            // Natively the platform tells the user, and ends the run; here the slot tells him, and the host lives on.
            return $"An exception occurred while invoking executor: {e.Message}{Environment.NewLine}{e}";
        }
        finally
        {
            work.StopWith(null);
        }
    }

    private void Run(SelectedCase[] cases, IRunContext how, MutePlatform platform, bool stopsAtFailure)
    {
        foreach (var (adapter, some) in _adapters[cases[0].Case.ExecutorUri].Group(cases, c => c.Case.Source))
        {
            work.StopWith(adapter.Executor.Cancel);
            if (stopsAtFailure)
                VsStoppingSelector.Run(adapter, some, how, platform, slot);
            else
                VsSelectors.For(adapter.Framework).Run(
                    adapter.Executor, some, how, new VsTellingHandle(platform, slot));
        }
    }
}
