namespace TestFlock.Core.Texts;

/// <summary>Finds what a misspelled name was meant to be.</summary>
internal static class NearestName
{
    /// <summary>
    /// The known name that is fewest typing errors away, at most a third of its letters; null when none is near.
    /// </summary>
    public static string? Find(string written, IEnumerable<string> known)
    {
        var nearest = known
            .Select(name => (Name: name, Errors: CountErrors(written, name)))
            .OrderBy(candidate => candidate.Errors)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Errors <= Math.Max(1, nearest.Name.Length / 3) ? nearest.Name : null;
    }

    /// <summary>Letters put in, left out, changed, or swapped with their neighbour; case does not count.</summary>
    private static int CountErrors(string left, string right)
    {
        const int LongestName = 64;
        if (left.Length > LongestName)
            return int.MaxValue;
        left = left.ToUpperInvariant();
        right = right.ToUpperInvariant();
        var costs = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            costs[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            costs[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var change = costs[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                costs[i, j] = Math.Min(change, Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    costs[i, j] = Math.Min(costs[i, j], costs[i - 2, j - 2] + 1);
            }
        }

        return costs[left.Length, right.Length];
    }
}
