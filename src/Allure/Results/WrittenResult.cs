using TestFlock.Allure.Adopting;
using TestFlock.Allure.Folder;
using TestFlock.Allure.Format;

namespace TestFlock.Allure.Results;

/// <summary>
/// The file of a result. It keeps its name when it is written again, and is left alone when nothing changed: programs
/// that watch the folder may have taken it already.
/// </summary>
internal sealed class WrittenResult
{
    private byte[]? _content;

    /// <summary>Null until it was written.</summary>
    public string? Id { get; private set; }

    /// <summary>Of the user's own Allure, once found.</summary>
    public OwnResult? Own { get; set; }

    /// <summary>The files of what the test wrote; null until they were.</summary>
    public IReadOnlyList<AllureAttachment>? Output { get; set; }

    public string Name(ResultsFolder folder) => Id ??= folder.NewId();

    /// <exception cref="IOException">The folder cannot be written.</exception>
    public void Write(ResultsFolder folder, ReadOnlySpan<byte> content)
    {
        if (content.SequenceEqual(_content))
            return;
        folder.Write($"{Name(folder)}-result.json", content);
        _content = content.ToArray();
    }
}
