namespace TestFlock.Execution.Output;

/// <summary>What a process writes to its two streams: whole in a file, its end in memory.</summary>
internal sealed class OutputCapture(string path, int tailBytes) : IDisposable
{
    private readonly Lock _turn = new();
    private readonly FileStream _file = new(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
    private readonly OutputTail _tail = new(tailBytes);

    /// <summary>The last of what was written, by both streams as it came.</summary>
    public string Tail
    {
        get
        {
            lock (_turn)
                return _tail.ToString();
        }
    }

    /// <summary>Returns at the end of the stream.</summary>
    public async Task CopyAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[8 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            lock (_turn)
            {
                _file.Write(buffer, 0, read);
                _tail.Append(buffer.AsSpan(0, read));
            }
        }
    }

    public void Write(string text)
    {
        lock (_turn)
            _file.Write(System.Text.Encoding.UTF8.GetBytes(text));
    }

    public void Dispose() => _file.Dispose();
}
