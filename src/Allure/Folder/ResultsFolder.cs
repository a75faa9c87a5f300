using System.Security.Cryptography;
using System.Text;

namespace TestFlock.Allure.Folder;

/// <summary>
/// The folder that reports are made from. A file appears in it whole: it is written beside the folder and moved in,
/// since others may be reading. The first twelve digits of every name say which tests it is of, so that the next run
/// of the same tests can take away what this one left, and nothing else: reports would show it as earlier attempts.
/// </summary>
internal sealed class ResultsFolder : IDisposable
{
    private const int MarkLength = 12;

    private readonly string _mark;
    private readonly string _unfinished;

    private ResultsFolder(string path, string mark, string unfinished) =>
        (Path, _mark, _unfinished) = (path, mark, unfinished);

    public string Path { get; }

    /// <param name="path">Full path; made if need be.</param>
    /// <param name="sources">The test assemblies.</param>
    /// <param name="run">Names what is not finished.</param>
    /// <param name="clean">Whether what an earlier run of these assemblies left is removed.</param>
    /// <exception cref="AllureException">It cannot be written.</exception>
    public static ResultsFolder Open(string path, IEnumerable<string> sources, string run, bool clean)
    {
        var names = string.Join('\n', sources.Order(StringComparer.Ordinal));
        var digits = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(names)));
        var mark = $"{digits[..8]}-{digits[8..MarkLength]}";
        try
        {
            Directory.CreateDirectory(path);
            if (clean)
            {
                foreach (var file in Directory.EnumerateFiles(path, $"{mark}-*"))
                    File.Delete(file);
            }

            return new ResultsFolder(path, mark, MakeUnfinished(path, run));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AllureException(
                $"The Allure results cannot be written to {path}: {e.Message} Give another folder in <Allure "
                + "Directory=\"…\" />, or the right to write to this one.",
                e);
        }
    }

    /// <summary>A new name for a result or a file; unique.</summary>
    public string NewId() => string.Concat(_mark, Guid.NewGuid().ToString("D").AsSpan(_mark.Length));

    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, by its rights.</exception>
    public void Write(string name, ReadOnlySpan<byte> content)
    {
        var unfinished = System.IO.Path.Combine(_unfinished, name);
        using (var file = File.OpenHandle(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            RandomAccess.Write(file, content, fileOffset: 0);
        File.Move(unfinished, System.IO.Path.Combine(Path, name), overwrite: true);
    }

    /// <inheritdoc cref="Write(string, ReadOnlySpan{byte})"/>
    public void Write(string name, Action<Stream> write)
    {
        var unfinished = System.IO.Path.Combine(_unfinished, name);
        using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            write(stream);
        File.Move(unfinished, System.IO.Path.Combine(Path, name), overwrite: true);
    }

    /// <summary>Whether the user, or another run, has such a file.</summary>
    public bool Has(string name) => File.Exists(System.IO.Path.Combine(Path, name));

    public void Dispose()
    {
        try
        {
            Directory.Delete(_unfinished, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // An empty folder too many.
        }
    }

    // Beside it, where watchers of the folder do not look; inside, where only the folder itself may be written.
    private static string MakeUnfinished(string path, string run)
    {
        try
        {
            return Directory.CreateDirectory($"{path}.{run}").FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Directory.CreateDirectory(System.IO.Path.Combine(path, $".{run}")).FullName;
        }
    }
}
