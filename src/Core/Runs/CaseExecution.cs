using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Core.Runs;

/// <summary>
/// One execution of an attempt. After a redelivery there may be several, one of them alive; which one, only their words
/// tell, and those of the dead may come late. So each keeps its own results, and the first that ends has the last word.
/// </summary>
internal sealed class CaseExecution(Guid id, AttemptPlace place)
{
    private Dictionary<string, int>? _told;

    public Guid Id => id;

    public AttemptPlace Place => place;

    /// <summary>Null until it began with the test.</summary>
    public DateTimeOffset? Began { get; private set; }

    public List<TestResult> Results { get; } = [];

    /// <summary>
    /// A slot begins a test anew, within one execution, when its process died by what may have been another test's
    /// doing: what was said of it before does not count.
    /// </summary>
    public void Begin(DateTimeOffset at)
    {
        Began = at;
        Results.Clear();
        _told = null;
    }

    /// <summary>How often this execution has now given a result of this name.</summary>
    public int Count(string displayName)
    {
        _told ??= [];
        return _told[displayName] = _told.GetValueOrDefault(displayName) + 1;
    }
}
