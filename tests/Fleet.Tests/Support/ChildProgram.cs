using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>A program under test: what it writes can be waited for, and signals can be sent to it.</summary>
public sealed partial class ChildProgram : IAsyncDisposable
{
    public const int SigInt = 2;
    public const int SigKill = 9;
    public const int SigTerm = 15;

    /// <summary>Longer than anything here takes on a busy two-core machine.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>What this test process was given by the tools that started it, and must not hand on.</summary>
    private static readonly string[] InheritedPrefixes = ["MSBUILD", "VSTEST_", "COVERLET", "TESTFLOCK_"];

    private readonly Process _process;
    private readonly Lock _gate = new();
    private readonly List<string> _lines = []; // guarded by _gate
    private readonly List<(Predicate<string> IsSo, TaskCompletionSource<string> Seen)> _awaited =
        []; // guarded by _gate

    private ChildProgram(Process process) => _process = process;

    public int Id => _process.Id;

    public string Output
    {
        get
        {
            lock (_gate)
                return string.Join('\n', _lines);
        }
    }

    public static ChildProgram Start(
        string folder, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments) =>
        StartProgram("dotnet", folder, environment, arguments);

    public static ChildProgram StartProgram(
        string name, string folder, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(name, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var inherited in start.Environment.Keys.Where(k => InheritedPrefixes.Any(k.StartsWith)).ToArray())
            start.Environment.Remove(inherited);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (variable, value) in environment)
            start.Environment[variable] = value;

        var program = new ChildProgram(new Process { StartInfo = start });
        program._process.OutputDataReceived += (_, line) => program.Keep(line.Data);
        program._process.ErrorDataReceived += (_, line) => program.Keep(line.Data);
        program._process.Start();
        program._process.StandardInput.Close();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>The first line that holds the text.</summary>
    public async Task<string> LineAsync(string part)
    {
        try
        {
            return await LineAsync(line => line.Contains(part, StringComparison.Ordinal));
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidOperationException($"No line with '{part}'. {e.Message}", e);
        }
    }

    /// <summary>The first line that is so.</summary>
    public async Task<string> LineAsync(Predicate<string> isSo)
    {
        var seen = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_lines.Find(isSo) is { } line)
                return line;
            _awaited.Add((isSo, seen));
        }

        var ended = _process.WaitForExitAsync();
        if (await Task.WhenAny(seen.Task, ended, Task.Delay(Limit)) != seen.Task && !seen.Task.IsCompleted)
            throw new InvalidOperationException($"The line that was waited for did not come. What came:\n{Output}");
        return await seen.Task;
    }

    public void Signal(int signal) => _ = kill(Id, signal);

    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The program did not end within {Limit}. Its output:\n{Output}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    internal static void Kill(int process) => Send(process, SigKill);

    internal static void Send(int process, int signal) => _ = kill(process, signal);

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_gate)
        {
            _lines.Add(line);
            foreach (var (_, seen) in _awaited.Where(awaited => awaited.IsSo(line)))
                seen.TrySetResult(line);
        }
    }

    [LibraryImport("libc")]
    private static partial int kill(int process, int signal);
}
