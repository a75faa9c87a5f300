using System.Xml.Linq;

namespace TestFlock.Acceptance.Tests.Support;

/// <summary>
/// A folder outside the repository that holds generated projects, which restore the product from its feed as a user's
/// would. It is deleted in the end.
/// </summary>
public sealed class Workspace : IDisposable
{
    private readonly PackedProduct _product;

    private Workspace(string folder, PackedProduct product)
    {
        Folder = folder;
        _product = product;
    }

    public string Folder { get; }

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
        Command.RunAsync("dotnet", Folder, _product.Environment, arguments);

    public RunningCommand StartDotnet(params string[] arguments) =>
        Command.Start("dotnet", Folder, _product.Environment, arguments);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
