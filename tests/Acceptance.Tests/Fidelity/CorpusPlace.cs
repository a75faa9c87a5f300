using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Fidelity;

/// <summary>Where all builds of a corpus run, one after the other: a path is part of xUnit v3's ids.</summary>
public sealed class CorpusPlace(Corpus corpus) : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("testflock-corpus-").FullName;

    private string Output => Path.Combine(_root, "output");

    /// <summary>Puts a build in the place of the one before.</summary>
    public void Take(string outputFolder)
    {
        if (Directory.Exists(Output))
            Directory.Delete(Output, recursive: true);
        foreach (var file in FolderContent.Of(outputFolder))
        {
            var target = Path.Combine(Output, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(outputFolder, file), target);
        }
    }

    public async Task<CorpusRun> RunAsync(params string[] options)
    {
        // What the tests leave behind goes with the place.
        var temporary = Directory.CreateDirectory(Path.Combine(_root, "temporary")).FullName;
        var environment =
            new Dictionary<string, string> { [OperatingSystem.IsWindows() ? "TMP" : "TMPDIR"] = temporary };
        var results = Path.Combine(_root, "results", Guid.NewGuid().ToString("N"));
        var command = await Command.RunAsync(
            "dotnet", _root, environment,
            ["test", Path.Combine(Output, corpus.Assembly), "--logger", "trx;LogFileName=run.trx",
                "--results-directory", results, .. options]);
        return new CorpusRun(command, [.. TrxReport.Read(Path.Combine(results, "run.trx")).Select(CorpusResult.Of)]);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
