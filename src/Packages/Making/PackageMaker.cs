using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TestFlock.Core.Packages;

namespace TestFlock.Packages.Making;

/// <summary>Makes packages of test outputs.</summary>
/// <param name="memoryFolder">Where hashes are remembered from run to run.</param>
/// <param name="time">The clock.</param>
/// <param name="loggers">The run's log.</param>
public sealed class PackageMaker(string memoryFolder, TimeProvider time, ILoggerFactory loggers)
{
    /// <summary>In the user's own data.</summary>
    public static string DefaultMemoryFolder => Path.Combine(
        Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "testflock",
        "hashes");

    /// <param name="folder">The test output.</param>
    /// <param name="exclude">What to leave out beside what is never shipped.</param>
    /// <param name="cancellationToken">Stops in between.</param>
    /// <exception cref="PackageException">It cannot be one; the message names the files.</exception>
    public async Task<MadePackage> MakeAsync(
        string folder, IEnumerable<PathPattern> exclude, CancellationToken cancellationToken)
    {
        var scan = OutputScan.Of(folder, [.. NeverShipped.Patterns, .. exclude]);
        var memory = HashMemory.Of(memoryFolder, folder, time, loggers.CreateLogger<HashMemory>());
        var files = new ConcurrentBag<PackageFile>();
        try
        {
            await Parallel.ForEachAsync(scan.Files, cancellationToken, async (file, end) => files.Add(new PackageFile
            {
                Path = file.Path,
                Hash = await memory.HashAsync(file, end),
                Size = file.Size,
                IsExecutable = file.IsExecutable,
            }));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PackageException(
                $"The test output {folder} cannot be read: {e.Message} Is it being built? Run the tests again.", e);
        }

        memory.Save();
        return new MadePackage(folder, PackageContents.Of(files), scan.LeftOut);
    }
}
