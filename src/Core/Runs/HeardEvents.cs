using TestFlock.Contracts;

namespace TestFlock.Core.Runs;

/// <summary>
/// Knows what was heard before. A report comes again when its sender, or its reader, lost the broker before one of them
/// knew that it was delivered; a result that counted twice would be a test too many.
/// </summary>
internal sealed class HeardEvents
{
    private readonly Dictionary<Guid, long> _last = []; // by execution: the number of the last event heard

    /// <summary>Those of a report that are news, in order.</summary>
    public IEnumerable<AgentEvent> NewsOf(AgentReport report)
    {
        if (report.FirstEvent == 0)
            return report.Events;
        var last = _last.GetValueOrDefault(report.Execution);
        _last[report.Execution] = Math.Max(last, report.FirstEvent + report.Events.Count - 1);
        return report.Events.Skip((int)Math.Max(0, last - report.FirstEvent + 1));
    }
}
