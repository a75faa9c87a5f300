namespace TestFlock.Core.History;

/// <summary>Keeps how long the tests of suites took, from run to run.</summary>
public interface IDurationHistory
{
    /// <returns><see cref="SuiteDurations.Unknown"/> when the suite has never run.</returns>
    /// <exception cref="HistoryException">The store cannot be read. A run can do without.</exception>
    Task<SuiteDurations> ReadAsync(string suite, CancellationToken cancellationToken);

    /// <summary>Adds one run.</summary>
    /// <param name="suite">The name under which runs share history.</param>
    /// <param name="run">What each test took that ran to its end.</param>
    /// <param name="cancellationToken">The user is gone.</param>
    /// <exception cref="HistoryException">The store cannot be written.</exception>
    Task RecordAsync(
        string suite, IReadOnlyDictionary<TestKey, TimeSpan> run, CancellationToken cancellationToken);
}
