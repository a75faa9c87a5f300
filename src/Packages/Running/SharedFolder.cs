using System.Collections.Concurrent;
using TestFlock.Contracts;
using TestFlock.Core.Packages;

namespace TestFlock.Packages.Running;

/// <summary>Whether a folder that all machines see has, here, what the caller discovered tests in.</summary>
internal sealed class SharedFolder
{
    private readonly ConcurrentDictionary<string, (long Size, DateTime Written, ContentHash Hash)> _known =
        new(); // by full path

    /// <exception cref="PackageException">It has not.</exception>
    public async Task CheckAsync(RunPackage package, CancellationToken cancellationToken)
    {
        foreach (var (path, expected) in package.Hashes)
        {
            // The list comes over the network: it must not make us read what is none of its business.
            if (PackagePath.FindFault(path) is { } fault)
                throw new PackageException($"The run asks to compare '{path}', which {fault}.") { IsOfPackage = true };
            var file = new FileInfo(Path.Combine(package.Folder, path));
            if (!file.Exists)
            {
                throw new PackageException(
                    $"{file.FullName} does not exist on {Environment.MachineName}. <Package Source=\"shared\"> needs a "
                    + "path that all agents see; write Source=\"upload\" for agents that do not.");
            }

            if ((await HashAsync(file, cancellationToken)).Hex != expected)
            {
                throw new PackageException(
                    $"{file.FullName} on {Environment.MachineName} is not what the tests were discovered in: it was "
                    + "built anew since, or lies on another disk. Run the tests again, or write "
                    + "<Package Source=\"upload\" />.");
            }
        }
    }

    private async Task<ContentHash> HashAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(file.FullName, out var known) && known.Size == file.Length
            && known.Written == file.LastWriteTimeUtc)
            return known.Hash;
        try
        {
            await using var content = new FileStream(
                file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var hash = await ContentHash.OfAsync(content, cancellationToken);
            _known[file.FullName] = (file.Length, file.LastWriteTimeUtc, hash);
            return hash;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PackageException($"{file.FullName} cannot be read on {Environment.MachineName}: {e.Message}", e);
        }
    }
}
