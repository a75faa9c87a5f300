using System.Diagnostics;

namespace TestFlock.Execution.ProcessTrees;

/// <summary>
/// One process of ours and all that comes of it, also what was left behind by those who are gone, apart from the
/// terminal that this program may run in.
/// </summary>
internal interface IProcessTree : IDisposable
{
    /// <summary>The process at the root.</summary>
    Process Root { get; }

    /// <summary>Whether a process lives that the root has started; null where this system does not tell.</summary>
    bool? HasChildren { get; }

    /// <summary>Kills what lives of the tree. Returns when it is done, or when nothing more can be done.</summary>
    void Kill();
}
