using System.Collections.Concurrent;
using TestFlock.Contracts;

namespace TestFlock.Core.Coordination;

/// <summary>
/// What an agent serves that serves one run alone: some of its sets of requirements, to which others may come.
/// </summary>
public sealed class RunPart(RunId run)
{
    private readonly ConcurrentDictionary<string, byte> _requirements = new();

    /// <summary>There is more to serve. On the thread of <see cref="Add"/>.</summary>
    public event Action? Grown;

    public RunId Run => run;

    /// <param name="requirements">In canonical form.</param>
    public void Add(string requirements)
    {
        if (_requirements.TryAdd(requirements, 0))
            Grown?.Invoke();
    }

    /// <param name="requirements">In canonical form.</param>
    public bool Has(string requirements) => _requirements.ContainsKey(requirements);
}
