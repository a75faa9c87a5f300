namespace TestFlock.Core.Runs;

/// <summary>
/// The results of one case that the user has seen, by display name. When the case must be executed anew after some of
/// its rows were told (its agent died in between), the same rows are not told again.
/// </summary>
internal sealed class ToldNames
{
    private Dictionary<string, int>? _told;
    private Dictionary<string, int>? _skip;

    public bool Any => _told is not null;

    /// <summary>A new execution begins: it will repeat what was told.</summary>
    public void BeginAgain() => _skip = _told is null ? null : new Dictionary<string, int>(_told);

    /// <summary>Whether this result is news; then it counts as told.</summary>
    public bool TryTell(string displayName)
    {
        if (_skip is not null && _skip.TryGetValue(displayName, out var left) && left > 0)
        {
            _skip[displayName] = left - 1;
            return false;
        }

        _told ??= [];
        _told[displayName] = _told.GetValueOrDefault(displayName) + 1;
        return true;
    }
}
