using TestFlock.Contracts;
using TestFlock.Core.History;
using TestFlock.Core.Reporting;
using TestFlock.Core.Resuming;

namespace TestFlock.Local.Resuming;

/// <summary>
/// Writes down what becomes of each test as it becomes known, so that another run can take this one up wherever it was
/// cut off.
/// </summary>
public sealed class RunJournal : IReport
{
    private readonly StreamWriter _file;
    private readonly TimeProvider _time;
    private readonly Dictionary<int, TimeSpan> _durations = []; // by ordinal: of results of tests not finished yet
    private IReadOnlyList<TestCase> _cases = [];

    internal RunJournal(string path, string header, TimeProvider time)
    {
        _time = time;
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Share = FileShare.Read,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        _file = new StreamWriter(path, options);
        _file.WriteLine(header);
    }

    public string Name => "journal of the run";

    public ValueTask TellAsync(RunEvent runEvent, CancellationToken cancellationToken)
    {
        switch (runEvent)
        {
            case RunBegan began:
                _cases = began.Cases;
                break;
            case ResultFinal { Attempt.Ordinal: var ordinal, Result: var result }:
                _durations[ordinal] = _durations.GetValueOrDefault(ordinal) + result.Duration;
                break;
            case CaseFinished finished:
                _durations.Remove(finished.Ordinal, out var duration);
                var test = new EarlierOutcome(finished.Outcome, duration, _time.GetUtcNow());
                _file.WriteLine(JournalLine.Write(TestKey.Of(_cases[finished.Ordinal]), test));

                // A coordinator that is killed does not get to it later. Not by another thread, which to ask costs more
                // than to hand a line to the operating system.
                _file.Flush();
                break;
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
