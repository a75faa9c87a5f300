using System.CommandLine;

namespace TestFlock.Agent.Starting;

/// <summary>
/// <c>testflock init</c>: writes the package reference and a commented settings file into a test project. What is there
/// already stays as it is.
/// </summary>
internal static class InitVerb
{
    private const int Ok = 0;
    private const int NotDone = 1;

    public static Command Create()
    {
        var project = new Argument<string?>("project")
        {
            Description = "A project file, or a folder with one. Default: the current folder.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "init",
            "Adds the package TestFlock.TestAdapter to a test project, and writes testflock.runsettings beside it. "
            + "Again, it changes nothing.")
        {
            project,
        };
        command.SetAction((parsed, _) => InitAsync(
            parsed.GetValue(project) ?? ".",
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error));
        return command;
    }

    private static async Task<int> InitAsync(string path, TextWriter output, TextWriter complaints)
    {
        try
        {
            var project = TestProjectFile.Find(path);
            foreach (var line in PackageReference.Add(project, ProgramVersion.Text))
                await output.WriteLineAsync(line);
            await output.WriteLineAsync(StartingSettings.Write(project.Folder));
            var (tests, settings) = (FromHere(project.Path), FromHere(StartingSettings.PathIn(project.Folder)));
            await output.WriteLineAsync($"Try it: dotnet test \"{tests}\" --settings \"{settings}\"");
            return Ok;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await complaints.WriteLineAsync(e.Message);
            return NotDone;
        }
    }

    private static string FromHere(string path) => Path.GetRelativePath(Environment.CurrentDirectory, path);
}
