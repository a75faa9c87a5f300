using System.Xml.Linq;

namespace TestFlock.Acceptance.Tests.Support;

/// <summary>
/// A folder outside the repository that holds generated projects, which restore the product from its feed as a user's
/// would. It is deleted in the end.
/// </summary>
public sealed class Workspace : IDisposable
{
    private Workspace(string folder, PackedProduct product)
    {
        Folder = folder;
        Environment = new Dictionary<string, string>(product.Environment);
    }

    public string Folder { get; }

    /// <summary>Variables of the commands that are started here.</summary>
    public Dictionary<string, string> Environment { get; }

    /// <summary>How long each of them may take.</summary>
    public TimeSpan Limit { get; set; } = Command.UsualLimit;

    public static async Task<Workspace> CreateAsync()
    {
        var product = await PackedProduct.Instance;
        var folder = Directory.CreateTempSubdirectory("testflock-").FullName;
        new XElement("configuration",
            new XElement("packageSources",
                new XElement("add", new XAttribute("key", "testflock"), new XAttribute("value", product.Feed))))
            .Save(Path.Combine(folder, "NuGet.Config"));

        return new Workspace(folder, product);
    }

    /// <summary>Writes a file, and the folders above it.</summary>
    public void Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public Task<CommandResult> DotnetAsync(params string[] arguments) =>
        Command.RunAsync("dotnet", Folder, Environment, Limit, arguments);

    public RunningCommand StartDotnet(params string[] arguments) =>
        Command.Start("dotnet", Folder, Environment, Limit, arguments);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
