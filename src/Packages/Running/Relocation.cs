using System.Diagnostics.CodeAnalysis;

namespace TestFlock.Packages.Running;

/// <summary>A folder of the caller's machine, and what stands in its place on this one.</summary>
/// <param name="From">As the caller's operating system writes it.</param>
/// <param name="To">As this one does.</param>
internal sealed record Relocation(string From, string To)
{
    /// <summary>Where a file of the caller's is here; false for what lies elsewhere.</summary>
    public bool TryMove(string? path, [NotNullWhen(true)] out string? moved)
    {
        moved = null;
        if (path is null || !path.StartsWith(From, StringComparison.Ordinal))
            return false;
        var rest = path[From.Length..];
        if (rest.Length == 0)
            moved = To;
        else if (rest[0] is '/' or '\\')
            moved = Path.Combine(To, rest[1..].Replace('\\', '/'));
        return moved is not null;
    }
}
