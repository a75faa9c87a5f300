using TestFlock.Contracts;

namespace TestFlock.Execution.Calls;

/// <summary>
/// A collector that is not at ease says so in every call. The user hears it once from each slot.
/// </summary>
internal sealed class SaidOnce
{
    // A text that is never the same twice must not pile up for the life of an agent.
    private const int MostTexts = 1000;

    private readonly HashSet<HostNote> _said = [];

    /// <summary>Whether it is said for the first time.</summary>
    public bool TrySay(HostNote note) => _said.Count >= MostTexts || _said.Add(note);
}
