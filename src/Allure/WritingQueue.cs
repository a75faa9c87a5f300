using System.Threading.Channels;
using TestFlock.Allure.Results;

namespace TestFlock.Allure;

/// <summary>
/// Writes beside the run, in order: who tells results waits for no file, unless the disk cannot keep up at all.
/// </summary>
internal sealed class WritingQueue : IAsyncDisposable
{
    // A disk that is slower than the tests slows them down rather than filling the memory.
    private const int MostWaiting = 1024;

    private readonly Channel<CaseRecord> _records = Channel.CreateBounded<CaseRecord>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });
    private readonly Task _writing;

    public WritingQueue(Action<CaseRecord> write) => _writing = Task.Run(() => WriteAllAsync(write));

    /// <exception cref="AllureException">An earlier record could not be written.</exception>
    public async ValueTask AddAsync(CaseRecord record, CancellationToken cancellationToken)
    {
        try
        {
            await _records.Writer.WriteAsync(record, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            await _writing;
            throw;
        }
    }

    /// <summary>Returns when all is written.</summary>
    /// <exception cref="AllureException">Something could not be written.</exception>
    public async Task CompleteAsync()
    {
        _records.Writer.TryComplete();
        await _writing;
    }

    public async ValueTask DisposeAsync()
    {
        _records.Writer.TryComplete();
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task WriteAllAsync(Action<CaseRecord> write)
    {
        try
        {
            await foreach (var record in _records.Reader.ReadAllAsync())
                write(record);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AllureException.NoLongerWritable(e);
        }
        finally
        {
            // Whoever still adds learns the failure instead of waiting for room for ever.
            _records.Writer.TryComplete();
        }
    }
}
