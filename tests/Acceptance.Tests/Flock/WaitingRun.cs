using System.Diagnostics;
using System.Globalization;
using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Flock;

/// <summary>A run of <see cref="WaitingSuite"/> that does not end by itself.</summary>
public sealed class WaitingRun : IDisposable
{
    private const string Says = "waits in process ";

    private readonly string _results;
    private readonly RunningCommand _command;

    public WaitingRun(Workspace workspace, TestProject project)
    {
        _results = Path.Combine(workspace.Folder, "results", Guid.NewGuid().ToString("N"));
        _command = workspace.StartDotnet(
            "test", project.Assembly, "--settings", "flock.runsettings", "--filter", "Name!=Wakes", "--logger", "console;verbosity=normal",
            "--logger", "trx;LogFileName=run.trx", "--results-directory", _results);
    }

    /// <summary>Waits until the one test has passed and the other waits.</summary>
    /// <returns>The process that it waits in.</returns>
    public async Task<Process> WaitForTestProcessAsync()
    {
        await _command.WaitForLineAsync(line => line.StartsWith("  Passed First", StringComparison.Ordinal));
        var line = await _command.WaitForLineAsync(line => line.Contains(Says, StringComparison.Ordinal));
        var id = line[(line.IndexOf(Says, StringComparison.Ordinal) + Says.Length)..].Split(';')[0];
        return Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
    }

    public void Kill() => _command.Kill();

    public Task InterruptAsync() => _command.InterruptAsync();

    public async Task<TestRun> WaitForExitAsync() =>
        new(await _command.WaitForExitAsync(),
            TrxReport.Read(Path.Combine(_results, "run.trx"))) { ResultsFolder = _results };

    public void Dispose() => _command.Dispose();
}
