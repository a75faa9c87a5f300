using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using TestFlock.Contracts;

namespace TestFlock.TestAdapter.Selected;

/// <summary>Finds out whether this call was made by a slot, and for which test cases.</summary>
internal static class SelectionFile
{
    /// <exception cref="SelectionException">The settings name a selection that cannot be read.</exception>
    public static bool TryRead(string? settingsXml, [NotNullWhen(true)] out Selection? selection)
    {
        selection = TryFind(settingsXml) is { } path ? Read(path) : null;
        return selection is not null;
    }

    private static string? TryFind(string? settingsXml) =>
        TestFlockSection.Find(settingsXml)?.Element("Selection")?.Value.Trim();

    private static Selection Read(string path)
    {
        Selection? selection;
        try
        {
            selection = WireFormats.Selection.Read(File.ReadAllBytes(path))
                ?? throw new JsonException("It is null.");
        }
        catch (Exception e) when (
            e is IOException or UnauthorizedAccessException or JsonException or NotSupportedException)
        {
            throw SelectionException.Unreadable(path, e);
        }

        return ProtocolRange.Own.Understands(selection)
            ? selection
            : throw SelectionException.OfAnotherVersion(path, selection);
    }
}
