using System.Text;
using TestFlock.Execution.Secrets;

namespace TestFlock.Execution.Output;

/// <summary>What a process writes to its two streams: in a file, up to a bound, and its end in memory.</summary>
/// <param name="path">The file; one that is there is written over.</param>
/// <param name="tailBytes">How much of the end is kept in memory.</param>
/// <param name="secrets">Values that the file does not show; the tail does, and whoever sends it on masks them.</param>
/// <param name="longestFile">
/// Bytes after which the file takes no more, so that a test that never stops writing does not fill the disk.
/// </param>
internal sealed class OutputCapture(
    string path,
    int tailBytes,
    SecretValues secrets,
    long longestFile = OutputCapture.LongestFile) : IDisposable
{
    private const long LongestFile = 256 * 1024 * 1024;

    private readonly Lock _turn = new();
    private readonly FileStream _file = new(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
    private OutputTail _tail = new(tailBytes);
    private bool _isFull;

    /// <summary>The last of what was written, by both streams as it came.</summary>
    public string Tail
    {
        get
        {
            lock (_turn)
                return _tail.ToString();
        }
    }

    /// <summary>From here on the tail holds what is still to come.</summary>
    public void ForgetTail()
    {
        lock (_turn)
            _tail = new OutputTail(tailBytes);
    }

    /// <summary>Returns at the end of the stream.</summary>
    /// <param name="stream">Of the process.</param>
    /// <param name="lines">Who else listens to it.</param>
    /// <param name="cancellationToken">Nobody can wait for the end any more.</param>
    public async Task CopyAsync(Stream stream, SpokenLines? lines, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var masked = new MaskedBytes(secrets);
        while (await stream.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            Keep(buffer.AsSpan(0, read), masked);
            if (lines is not null)
                await lines.TakeAsync(buffer.AsMemory(0, read));
        }

        lock (_turn)
            WriteToFile(masked.End());
        if (lines is not null)
            await lines.CompleteAsync();
    }

    public void Write(string text)
    {
        lock (_turn)
            WriteToFile(Encoding.UTF8.GetBytes(secrets.Hide(text)));
    }

    public void Dispose() => _file.Dispose();

    private void Keep(ReadOnlySpan<byte> bytes, MaskedBytes masked)
    {
        lock (_turn)
        {
            WriteToFile(masked.Take(bytes));
            _tail.Append(bytes);
        }
    }

    private void WriteToFile(ReadOnlySpan<byte> bytes)
    {
        if (_isFull)
            return;
        _isFull = _file.Position + bytes.Length > longestFile;
        _file.Write(
            _isFull ? Encoding.UTF8.GetBytes($"\n(more than {longestFile:N0} bytes; the rest is not kept)\n") : bytes);
    }
}
