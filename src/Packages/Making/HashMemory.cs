using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using TestFlock.Core.Packages;

namespace TestFlock.Packages.Making;

/// <summary>
/// Hashes that were taken before, believed as long as a file's size and time of writing are the same. A suite that was
/// not built anew is not read again.
/// </summary>
internal sealed partial class HashMemory
{
    // A file may change twice within one tick of its file system's clock; FAT's tick is the longest.
    private static readonly TimeSpan TooFresh = TimeSpan.FromSeconds(2);

    private readonly string _file;
    private readonly TimeProvider _time;
    private readonly ILogger<HashMemory> _logger;
    private readonly ConcurrentDictionary<string, (long Size, long Written, ContentHash Hash)> _known =
        new(); // by relative path
    private bool _isChanged;

    private HashMemory(string file, TimeProvider time, ILogger<HashMemory> logger) =>
        (_file, _time, _logger) = (file, time, logger);

    /// <param name="memoryFolder">Where memories of all outputs lie.</param>
    /// <param name="output">The output that this is about.</param>
    /// <param name="time">To tell what is too fresh to be believed.</param>
    /// <param name="logger">Hears of a memory that cannot be written.</param>
    public static HashMemory Of(string memoryFolder, string output, TimeProvider time, ILogger<HashMemory> logger)
    {
        var name = ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(output)).Hex[..32];
        var memory = new HashMemory(Path.Combine(memoryFolder, name), time, logger);
        memory.Read();
        return memory;
    }

    public async Task<ContentHash> HashAsync(OutputFile file, CancellationToken cancellationToken)
    {
        // Nothing to read, and whatever has no size, such as a pipe, might never end.
        if (file.Size == 0)
            return ContentHash.Of([]);
        if (_known.TryGetValue(file.Path, out var known) && known.Size == file.Size
            && known.Written == file.Written.Ticks)
            return known.Hash;
        await using var content = new FileStream(
            file.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete,
            bufferSize: 0, useAsync: false);
        var hash = await ContentHash.OfAsync(content, cancellationToken);
        if (_time.GetUtcNow() - file.Written > TooFresh)
        {
            _known[file.Path] = (file.Size, file.Written.Ticks, hash);
            _isChanged = true;
        }

        return hash;
    }

    /// <summary>Keeps what was learned; that it cannot be kept costs time, and is no error.</summary>
    public void Save()
    {
        if (!_isChanged)
            return;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
            var written = $"{_file}.{Guid.NewGuid():N}";
            File.WriteAllLines(written, _known.Select(k => string.Create(
                CultureInfo.InvariantCulture, $"{k.Value.Hash.Hex} {k.Value.Size} {k.Value.Written} {k.Key}")));
            File.Move(written, _file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            NotKept(_logger, _file, e);
        }
    }

    private void Read()
    {
        try
        {
            if (!File.Exists(_file))
                return;
            foreach (var line in File.ReadLines(_file))
            {
                if (line.Split(' ', 4) is [var hex, var size, var written, var path]
                    && ContentHash.TryParse(hex, out var hash)
                    && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
                    && long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks))
                    _known[path] = (bytes, ticks, hash);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            NotKept(_logger, _file, e);
        }
    }

    [LoggerMessage(701, LogLevel.Warning, "The hashes in {File} cannot be read or kept; files "
        + "are read again by every run")]
    private static partial void NotKept(ILogger logger, string file, Exception exception);
}
