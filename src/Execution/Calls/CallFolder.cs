using System.Text.Json;
using TestFlock.Contracts;

namespace TestFlock.Execution.Calls;

/// <summary>
/// The files of one call. All that a person needs to make the call again is in them; they are removed when nothing
/// went wrong, and only after the batch's results were taken, since attachments may lie here.
/// </summary>
internal sealed class CallFolder
{
    private CallFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>The test cases to run.</summary>
    public string SelectionFile => System.IO.Path.Combine(Path, "selection.json");

    public string SettingsFile => System.IO.Path.Combine(Path, "call.runsettings");

    /// <summary>All that the call wrote, and the command line that made it.</summary>
    public string LogFile => System.IO.Path.Combine(Path, "console.log");

    /// <summary>Where the call's attachments go.</summary>
    public string Results => System.IO.Path.Combine(Path, "results");

    public static CallFolder Create(
        string path, IReadOnlyList<TestCase> cases, bool stopsAtFailure, string settingsXml)
    {
        var folder = new CallFolder(path);
        Directory.CreateDirectory(folder.Results);
        var selection = JsonSerializer.SerializeToUtf8Bytes(
            new Selection { Cases = cases, StopsAtFailure = stopsAtFailure }, WireJson.Default.Selection);
        File.WriteAllBytes(folder.SelectionFile, selection);
        File.WriteAllText(
            folder.SettingsFile, CallSettings.ForSelection(settingsXml, folder.SelectionFile, folder.Results));
        return folder;
    }
}
