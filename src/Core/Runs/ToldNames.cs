namespace TestFlock.Core.Runs;

/// <summary>
/// The results of one case that the user has seen, by display name. When the case must be executed anew after some of
/// its rows were told (its agent died in between), the same rows are not told again.
/// </summary>
internal sealed class ToldNames
{
    private Dictionary<string, int>? _told;

    public bool Any => _told is not null;

    /// <summary>Whether a result is news to the user; then it counts as told.</summary>
    /// <param name="displayName">Of the result.</param>
    /// <param name="occurrence">The how-many-th of that name it is in its execution, from 1.</param>
    public bool TryTell(string displayName, int occurrence)
    {
        _told ??= [];
        if (occurrence <= _told.GetValueOrDefault(displayName))
            return false;
        _told[displayName] = occurrence;
        return true;
    }
}
