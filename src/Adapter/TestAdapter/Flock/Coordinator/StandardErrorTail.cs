namespace TestFlock.TestAdapter.Flock.Coordinator;

/// <summary>Keeps the last lines that a program wrote to its standard error, for the message when it dies.</summary>
internal sealed class StandardErrorTail
{
    private const int MostLines = 30;
    private const int LongestLine = 500;

    private readonly Queue<string> _lines = new();
    private readonly Task _reading;

    public StandardErrorTail(TextReader reader) => _reading = ReadAsync(reader);

    /// <summary>What was written, once the program has closed the stream or the patience is over.</summary>
    public async Task<IReadOnlyList<string>> ReadToEndAsync(TimeSpan patience, TimeProvider time)
    {
        try
        {
            await _reading.WaitAsync(patience, time);
        }
        catch (TimeoutException)
        {
            // A process that the program left behind holds the stream open, and has nothing to say here.
        }

        lock (_lines)
            return [.. _lines];
    }

    private async Task ReadAsync(TextReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_lines)
            {
                _lines.Enqueue(line.Length > LongestLine ? line[..LongestLine] + "…" : line);
                if (_lines.Count > MostLines)
                    _lines.Dequeue();
            }
        }
    }
}
