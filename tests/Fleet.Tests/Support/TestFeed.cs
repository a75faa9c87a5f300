using System.IO.Compression;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>A folder that is a NuGet feed.</summary>
public sealed class TestFeed
{
    public TestFeed(string folder) => Folder = Directory.CreateDirectory(folder).FullName;

    public string Folder { get; }

    /// <summary>Publishes a suite's output as a package of that version, which its file version.txt names.</summary>
    public void Publish(FleetSuite suite, string id, string version)
    {
        var output = Path.GetDirectoryName(suite.Assembly)!;
        using var package = ZipFile.Open(Path.Combine(Folder, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        Write($"{id}.nuspec", $"""
            <?xml version="1.0"?>
            <package><metadata><id>{id}</id><version>{version}</version><authors>tests</authors><description>tests</description></metadata></package>
            """);
        foreach (var file in Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).Where(
            f => Path.GetFileName(f) != "version.txt"))
            package.CreateEntryFromFile(file, "tools/" + Path.GetRelativePath(output, file));
        Write("tools/version.txt", version);

        void Write(string path, string content)
        {
            using var writer = new StreamWriter(package.CreateEntry(path).Open());
            writer.Write(content);
        }
    }
}
