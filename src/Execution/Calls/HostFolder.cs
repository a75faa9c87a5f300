namespace TestFlock.Execution.Calls;

/// <summary>The files of one warm host.</summary>
internal sealed class HostFolder
{
    private HostFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>All that the host wrote, and the command line that started it.</summary>
    public string LogFile => System.IO.Path.Combine(Path, "host.log");

    /// <summary>Where the host's attachments go.</summary>
    public string Results => System.IO.Path.Combine(Path, "results");

    public static HostFolder Create(string path)
    {
        var folder = new HostFolder(path);
        Directory.CreateDirectory(folder.Results);
        return folder;
    }
}
