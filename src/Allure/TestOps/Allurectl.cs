using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;

namespace TestFlock.Allure.TestOps;

/// <summary>Calls of Allure's own upload program.</summary>
/// <param name="environment">All that it gets.</param>
/// <param name="token">Never to be shown.</param>
/// <param name="logger">Gets what it writes.</param>
/// <param name="abandoned">Ends what runs.</param>
internal sealed partial class Allurectl(
    IReadOnlyDictionary<string, string> environment, string token, ILogger logger, CancellationToken abandoned)
{
    private const string Program = "allurectl";
    private const int LongestQuote = 500;

    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(2);

    public Task<string> RunAsync(params IEnumerable<string> arguments) =>
        RunAsync(arguments, new Dictionary<string, string>(), LongestCall);

    /// <returns>What it wrote to its standard output.</returns>
    /// <param name="arguments">Its own.</param>
    /// <param name="more">Variables over the usual ones.</param>
    /// <param name="limit">How long it may take; null: as long as it likes.</param>
    /// <exception cref="UploadException">It is not installed, failed, or took too long.</exception>
    public async Task<string> RunAsync(
        IEnumerable<string> arguments, IReadOnlyDictionary<string, string> more, TimeSpan? limit)
    {
        using var process = Start(arguments, more);
        var output = new StringBuilder();
        var tail = "";
        process.OutputDataReceived += (_, line) => Hear(line.Data, text => output.AppendLine(text));
        process.ErrorDataReceived += (_, line) => Hear(line.Data, text => tail = text);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(abandoned);
        if (limit is { } longest)
            end.CancelAfter(longest);
        try
        {
            await process.WaitForExitAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new UploadException(
                abandoned.IsCancellationRequested ? "It was given up." : $"It took longer than {limit:c}.")
            {
                IsFinal = abandoned.IsCancellationRequested,
            };
        }

        return process.ExitCode == 0
            ? output.ToString()
            : throw new UploadException(
                $"It exited with {process.ExitCode}: {Quote(tail.Length > 0 ? tail : output.ToString().Trim())}");
    }

    private Process Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> more)
    {
        var start = new ProcessStartInfo(FindProgram(), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment.Concat(more))
            start.Environment[name] = value;
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception e)
        {
            throw new UploadException($"{start.FileName} cannot be started: {e.Message}.") { IsFinal = true };
        }
    }

    private string FindProgram()
    {
        var file = OperatingSystem.IsWindows() ? $"{Program}.exe" : Program;
        return environment.GetValueOrDefault("PATH", "").Split(Path.PathSeparator)
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists)
            ?? throw new UploadException($"{Program} is in no folder of PATH: install it.") { IsFinal = true };
    }

    private void Hear(string? line, Action<string> keep)
    {
        if (line is null)
            return;
        Said(logger, Hide(line));
        keep(line);
    }

    private string Quote(string text) => Hide(text.Length <= LongestQuote ? text : $"…{text[^LongestQuote..]}");

    private string Hide(string text) =>
        token.Length == 0 ? text : text.Replace(token, "***", StringComparison.Ordinal);

    [LoggerMessage(721, LogLevel.Information, "allurectl: {Line}")]
    private static partial void Said(ILogger logger, string line);
}
