using TestFlock.Core.Packages;

namespace TestFlock.Packages.Stores;

/// <summary>
/// Content in a directory that all machines see, such as a file server's. What nobody asked for in a month goes.
/// </summary>
public sealed class DirectoryContentStore : IContentStore
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);
    private static readonly TimeSpan SweptEvery = TimeSpan.FromDays(1);

    // An hour: what is being written is never this old.
    private static readonly TimeSpan LongestWriting = TimeSpan.FromHours(1);

    private readonly string _folder;
    private readonly TimeProvider _time;

    /// <param name="folder">Full path; made when it is missing, its parent must be there.</param>
    /// <param name="time">To tell what is old.</param>
    public DirectoryContentStore(string folder, TimeProvider time) => (_folder, _time) = (folder, time);

    public string Name => _folder;

    public Task<IReadOnlyCollection<ContentName>> FindMissingAsync(
        IReadOnlyCollection<ContentName> names,
        CancellationToken cancellationToken) => Task.Run<IReadOnlyCollection<ContentName>>(
        () => Try(() =>
        {
            MakeFolder();
            var missing = names.Where(name => !TryKeep(PathOf(name))).ToArray();
            Sweep();
            return missing;
        }),
        cancellationToken);

    public async Task PutAsync(ContentName name, Stream content, CancellationToken cancellationToken)
    {
        // In the folder itself: a rename is whole or not at all within one file system only.
        var written = Path.Combine(_folder, $".{Guid.NewGuid():N}");
        try
        {
            MakeFolder();
            await using (var file = new FileStream(written, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                await content.CopyToAsync(file, cancellationToken);
            File.Move(written, PathOf(name), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(written);
            throw Explain(e);
        }
        catch
        {
            TryDelete(written);
            throw;
        }
    }

    public async Task<bool> TryGetAsync(ContentName name, Stream destination, CancellationToken cancellationToken)
    {
        if (await Task.Run(() => Try(() => Open(name)), cancellationToken) is not { } content)
            return false;
        await using (content)
        {
            await content.CopyToAsync(destination, cancellationToken);
            return true;
        }
    }

    public Task RemoveAsync(ContentName name, CancellationToken cancellationToken) => Task.Run(
        () => Try(() =>
        {
            if (Directory.Exists(_folder))
                File.Delete(PathOf(name));
            return true;
        }),
        cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private FileStream? Open(ContentName name)
    {
        if (!Directory.Exists(_folder))
            throw new DirectoryNotFoundException("This machine has no such folder.");
        try
        {
            return new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private string PathOf(ContentName name) => Path.Combine(_folder, name.Value);

    private void MakeFolder()
    {
        if (Directory.Exists(_folder))
            return;

        // A file server that is not mounted must not become a folder of this machine.
        if (!Directory.Exists(Path.GetDirectoryName(_folder)))
            throw new DirectoryNotFoundException("The folder above it does not exist.");
        Directory.CreateDirectory(_folder);
    }

    private bool TryKeep(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, _time.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            // Another user's, who keeps it.
            return File.Exists(path);
        }
    }

    private void Sweep()
    {
        var (now, mark) = (_time.GetUtcNow().UtcDateTime, Path.Combine(_folder, ".swept"));
        if (File.Exists(mark) && now - File.GetLastWriteTimeUtc(mark) < SweptEvery)
            return;
        File.WriteAllText(mark, "");
        File.SetLastWriteTimeUtc(mark, now);
        foreach (var file in new DirectoryInfo(_folder).EnumerateFiles())
        {
            var keptFor = file.Name == ".swept" ? TimeSpan.MaxValue : file.Name[0] == '.' ? LongestWriting : KeptFor;
            if (now - file.LastWriteTimeUtc > keptFor)
                TryDelete(file.FullName);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's, or in use; the next sweep tries again.
        }
    }

    private T Try<T>(Func<T> access)
    {
        try
        {
            return access();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Explain(e);
        }
    }

    private PackageException Explain(Exception e) => new(
        $"The package store {_folder} cannot be used: {e.Message} Is it mounted here, at this path, has it room, "
            + "and may this user write to it?", e);
}
