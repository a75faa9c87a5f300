using System.Threading.Channels;
using TestFlock.Allure.Results;

namespace TestFlock.Allure;

/// <summary>
/// Writes beside the run, in order: who tells results waits for no file, unless the disk cannot keep up at all.
/// </summary>
internal sealed class WritingQueue : IAsyncDisposable
{
    // To wake the writer for one record takes more processor time than to write it.
    private const int MostGathered = 32;

    // A disk that is slower than the tests slows them down rather than filling the memory.
    private const int MostWaiting = 1024 / MostGathered;

    private readonly Channel<List<CaseRecord>> _bunches = Channel.CreateBounded<List<CaseRecord>>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });
    private readonly Task _writing;
    private List<CaseRecord> _gathered = new(MostGathered); // of who adds, and nobody else's

    public WritingQueue(Action<CaseRecord> write) => _writing = Task.Run(() => WriteAllAsync(write));

    /// <summary>It is written with the next ones, or after <see cref="FlushAsync"/>.</summary>
    /// <exception cref="AllureException">An earlier record could not be written.</exception>
    public ValueTask AddAsync(CaseRecord record, CancellationToken cancellationToken)
    {
        _gathered.Add(record);
        return _gathered.Count < MostGathered ? ValueTask.CompletedTask : FlushAsync(cancellationToken);
    }

    /// <summary>Has the writer begin with what was added; it need not be written on return.</summary>
    /// <exception cref="AllureException">An earlier record could not be written.</exception>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (_gathered.Count == 0)
            return;
        try
        {
            await _bunches.Writer.WriteAsync(_gathered, cancellationToken);
            _gathered = new List<CaseRecord>(MostGathered);
        }
        catch (ChannelClosedException)
        {
            await _writing;
            throw;
        }
    }

    /// <summary>Returns when all is written.</summary>
    /// <exception cref="AllureException">Something could not be written.</exception>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        _bunches.Writer.TryComplete();
        await _writing;
    }

    // Of a run that broke off, what is known is written all the same; who completed was told a failure.
    public async ValueTask DisposeAsync() =>
        await CompleteAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task WriteAllAsync(Action<CaseRecord> write)
    {
        try
        {
            await foreach (var bunch in _bunches.Reader.ReadAllAsync())
                bunch.ForEach(write);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AllureException.NoLongerWritable(e);
        }
        finally
        {
            // Whoever still adds learns the failure instead of waiting for room for ever.
            _bunches.Writer.TryComplete();
        }
    }
}
