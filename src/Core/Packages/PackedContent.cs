using System.IO.Compression;
using System.Security.Cryptography;

namespace TestFlock.Core.Packages;

/// <summary>
/// Content as stores keep it: compressed, whatever the store. Who unpacks says what it must be, and nothing else comes
/// out: not other content, and not more of it than was said, however far what is packed would expand.
/// </summary>
public static class PackedContent
{
    private const int BufferSize = 128 * 1024;

    /// <param name="content">Read to its end.</param>
    /// <param name="packed">Written to.</param>
    /// <param name="cancellationToken">Stops in between.</param>
    public static async Task PackAsync(Stream content, Stream packed, CancellationToken cancellationToken)
    {
        // Assemblies shrink to less than half; the fastest level is what a build host's processor keeps up a fast
        // network with.
        await using var packing = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true);
        await content.CopyToAsync(packing, BufferSize, cancellationToken);
    }

    /// <param name="packed">Read to its end.</param>
    /// <param name="content">Written to; what is written is to be thrown away when this throws.</param>
    /// <param name="hash">What the content must be.</param>
    /// <param name="mostBytes">What it may have; no more is unpacked.</param>
    /// <param name="cancellationToken">Stops in between.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="InvalidDataException">It is other content, damaged, or more of it.</exception>
    public static async Task<long> UnpackAsync(
        Stream packed, Stream content, ContentHash hash, long mostBytes, CancellationToken cancellationToken)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var unpacking = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
        var buffer = new byte[BufferSize];
        var written = 0L;
        while (await unpacking.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            written += read;
            if (written > mostBytes)
                throw new InvalidDataException(
                    $"it expands to more than the {mostBytes} bytes that it was said to have");
            digest.AppendData(buffer.AsSpan(0, read));
            await content.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        var found = ContentHash.FromDigest(digest.GetHashAndReset());
        return found == hash
            ? written
            : throw new InvalidDataException($"its content is damaged: its hash is {found} and not {hash}");
    }
}
