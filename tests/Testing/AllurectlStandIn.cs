namespace TestFlock.Testing;

/// <summary>A program that plays allurectl, in a folder of its own, and remembers what it was asked for.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class AllurectlStandIn : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("testflock-allurectl-").FullName;

    public string Results => Path.Combine(Folder, "allure-results");

    /// <summary>In order, without the uploads.</summary>
    public IReadOnlyList<string> Calls => [.. Journal.Where(line => !line.StartsWith("upload ", StringComparison.Ordinal))];

    public IReadOnlyList<string> Uploads => [.. Journal.Where(line => line.StartsWith("upload ", StringComparison.Ordinal))];

    /// <summary>A search path that finds this program first.</summary>
    public string SearchPath => $"{Folder}:{System.Environment.GetEnvironmentVariable("PATH")}";

    /// <summary>Of the last call.</summary>
    public IReadOnlyList<string> Environment => File.ReadAllLines(Path.Combine(Folder, "environment"));

    private string[] Journal
    {
        get
        {
            var file = Path.Combine(Folder, "journal");
            return File.Exists(file) ? File.ReadAllLines(file) : [];
        }
    }

    public AllurectlStandIn Install()
    {
        Directory.CreateDirectory(Results);
        var program = Path.Combine(Folder, "allurectl");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "allurectl.sh"), program);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        return this;
    }

    /// <summary>The command fails so often before it does its work.</summary>
    public void Refuse(string command, int times) =>
        File.AppendAllText(Path.Combine(Folder, "refuse"), $"{command} {times}\n");

    /// <summary>Returns the name of the file.</summary>
    public string AddResult()
    {
        var name = $"{Guid.NewGuid()}-result.json";
        File.WriteAllText(Path.Combine(Results, name), "{}");
        return name;
    }

    /// <summary>Returns when the journal has such a line.</summary>
    public async Task JournalAsync(string part)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var watcher = new FileSystemWatcher(Folder);
        while (!Journal.Any(line => line.Contains(part, StringComparison.Ordinal)))
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Run(() => watcher.WaitForChanged(WatcherChangeTypes.All, TimeSpan.FromMilliseconds(200)));
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
