using System.Globalization;

namespace TestFlock.Acceptance.Tests.Misbehaving;

/// <summary>What a class noted of itself while it ran.</summary>
/// <param name="Class">Its name.</param>
/// <param name="Place">The test, or another place in the class.</param>
/// <param name="At">Ticks of the machine's clock.</param>
/// <param name="Process">Where it ran.</param>
/// <param name="State">How many tests of the class had run in that process before.</param>
public sealed record DiaryEntry(string Class, string Place, long At, int Process, int State)
{
    /// <summary>In the order in which they were written.</summary>
    public static IReadOnlyList<DiaryEntry> ReadAll(string folder) =>
    [
        .. Directory.GetFiles(folder).Select(file => Read(Path.GetFileName(file).Split('.')))
            .OrderBy(entry => entry.At),
    ];

    private static DiaryEntry Read(string[] parts) => new(
        parts[0], parts[1], long.Parse(parts[2], CultureInfo.InvariantCulture),
        int.Parse(parts[3], CultureInfo.InvariantCulture), int.Parse(parts[4], CultureInfo.InvariantCulture));
}
