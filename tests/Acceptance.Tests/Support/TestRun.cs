using System.Text.RegularExpressions;

namespace TestFlock.Acceptance.Tests.Support;

/// <summary>One finished test run: what the console said and what the TRX file holds.</summary>
public sealed partial record TestRun(CommandResult Command, IReadOnlyList<ReportedResult> Results)
{
    /// <summary>Runs <c>dotnet test</c> or <c>dotnet vstest</c> over a built assembly or a project.</summary>
    public static async Task<TestRun> OfAsync(Workspace workspace, string verb, string target, params string[] options)
    {
        var folder = Directory.CreateDirectory(Path.Combine(workspace.Folder, "results", Guid.NewGuid().ToString("N")));
        string[] report = verb == "vstest"
            ? ["--logger:trx;LogFileName=run.trx", $"--ResultsDirectory:{folder.FullName}"]
            : ["--logger", "trx;LogFileName=run.trx", "--results-directory", folder.FullName];

        // What stands behind a bare "--" are run settings: they come last.
        var settings = Array.IndexOf(options, "--") is var at and >= 0 ? options[at..] : [];
        var command = await workspace.DotnetAsync(
            [verb, target, .. options[..^settings.Length], .. report, .. settings]);

        return new TestRun(command, TrxReport.Read(Path.Combine(folder.FullName, "run.trx")))
        {
            ResultsFolder = folder.FullName,
        };
    }

    /// <summary>Where reports and attachments were written to.</summary>
    public required string ResultsFolder { get; init; }

    /// <summary>
    /// Outcome and name (its first line) of each test in the order in which results came: the console prints them as
    /// they come when its verbosity is normal, a TRX file does not keep the order.
    /// </summary>
    public IReadOnlyList<string> PrintedOrder =>
        [.. Command.Lines.Select(line => ResultLine().Match(line)).Where(line => line.Success).Select(line => line.Groups[1].Value)];

    public override string ToString() => $"{Command}\n{string.Join('\n', Results)}";

    [GeneratedRegex(@"^  ((?:Passed|Failed|Skipped) .+?)(?: \[[^]]+\])?$")]
    private static partial Regex ResultLine();
}
