using System.Runtime.InteropServices;
using System.Text;
using TestFlock.Allure.Folder;
using TestFlock.Allure.Format;
using TestFlock.Contracts;

namespace TestFlock.Allure.Surroundings;

/// <summary>
/// The files of the results folder that are of the run and of no test. What the user has there stays.
/// </summary>
internal static class RunFiles
{
    private const string ExecutorFile = "executor.json";

    public static void WriteFirst(ResultsFolder folder, AllureExecutor? executor, string suite)
    {
        if (executor is not null)
            folder.Write(ExecutorFile, RunJson.Write(executor with { ReportName = suite }));
        if (!folder.Has(DefaultCategories.FileName))
            folder.Write(DefaultCategories.FileName, RunJson.Write(DefaultCategories.All));
    }

    public static void WriteLast(ResultsFolder folder, AttachedFiles files, RunStory story, AllureRun run)
    {
        folder.Write(EnvironmentProperties.FileName, EnvironmentProperties.Write(PropertiesOf(story, run)));
        folder.Write(
            $"{folder.NewId()}-globals.json",
            RunJson.Write(new AllureGlobals
            {
                Attachments = [.. AttachmentsOf(folder, files, story, run)],
                Errors = [.. ErrorsOf(story)],
            }));
    }

    private static IEnumerable<(string Name, string? Value)> PropertiesOf(RunStory story, AllureRun run)
    {
        var build = new BuildServer(run.Environment.GetValueOrDefault);
        return
        [
            ("TestFlock", run.Version),
            ("Run", story.Manifest!.Run.Value),
            ("Suite", story.Manifest.Suite),
            ("Agents", string.Join(", ", story.Agents)),
            ("Slots", $"{story.Slots}"),
            ("Isolation", story.Manifest.Isolation.ToString().ToLowerInvariant()),
            (".NET", RuntimeInformation.FrameworkDescription),
            ("OS", RuntimeInformation.OSDescription),
            ("Commit", build.Commit),
            ("Branch", build.Branch),
        ];
    }

    private static IEnumerable<AllureAttachment> AttachmentsOf(
        ResultsFolder folder, AttachedFiles files, RunStory story, AllureRun run)
    {
        if (story.Notes.Count > 0)
        {
            var source = $"{folder.NewId()}-attachment.txt";
            var text = string.Join("\n\n", story.Notes.Select(note => $"{note.Level}: {note.Text}"));
            folder.Write(source, Encoding.UTF8.GetBytes(text));
            yield return new AllureAttachment("notes of the run", source, MediaTypes.Text);
        }

        if (files.TryCopy(run.LogFile, "coordinator.log") is { } log)
            yield return log;
    }

    private static IEnumerable<AllureGlobalError> ErrorsOf(RunStory story)
    {
        foreach (var (agent, attempts) in story.Lost)
        {
            var what = agent.Length == 0 ? "No agent ran" : $"Agent {agent} was lost with";
            yield return new AllureGlobalError($"{what} {attempts} tests that never ended.", "");
        }

        foreach (var (before, after) in story.TakenOver)
        {
            yield return new AllureGlobalError(
                $"{before.Agent}, slot {before.Slot}, went away in the midst of a batch; {after.Agent}, slot "
                + $"{after.Slot}, began it again.",
                "");
        }

        foreach (var note in story.Notes.Where(note => note.Level == NoteLevel.Error || note.IsAccident))
        {
            var lines = note.Text.Split('\n', 2);
            yield return new AllureGlobalError(lines[0].TrimEnd(), lines.Length > 1 ? lines[1] : "");
        }
    }
}
