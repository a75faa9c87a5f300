using System.Xml.Linq;

namespace TestFlock.Acceptance.Tests.Support;

/// <summary>A generated test project. Change it, <see cref="Save"/> it, and build or run it.</summary>
public sealed class TestProject(Workspace workspace, string name)
{
    public const string Framework = "net10.0";

    /// <summary>A build of one project gains nothing from more processes than one.</summary>
    private const string OneProcess = "-maxcpucount:1";

    public string Name { get; } = name;

    public string Folder { get; } = Path.Combine(workspace.Folder, name);

    public string File => Path.Combine(Folder, Name + ".csproj");

    public string Output => Path.Combine(Folder, "bin", "Debug", Framework);

    public string Assembly => Path.Combine(Output, Name + ".dll");

    /// <summary>Package id and version. The test SDK is there already, TestFlock is not.</summary>
    public Dictionary<string, string> Packages { get; } = new() { ["Microsoft.NET.Test.Sdk"] = "18.0.1" };

    public Dictionary<string, string> Properties { get; } = new()
    {
        ["TargetFramework"] = Framework,
        ["ImplicitUsings"] = "enable",
        // The generated suites are odd on purpose.
        ["NoWarn"] =
            "$(NoWarn);xUnit1025;xUnit1026;MSTEST0001;MSTEST0014;MSTEST0042;NU1603;NU1901;NU1902;NU1903;NU1904",
    };

    /// <summary>Projects that this one references.</summary>
    public List<TestProject> References { get; } = [];

    public bool UsesTestFlock { get; set; }

    public TestProject With(string package, string version)
    {
        Packages[package] = version;
        return this;
    }

    /// <summary>Writes the project file.</summary>
    public TestProject Save()
    {
        var packages = Packages.Select(
            package => Item("PackageReference", package.Key, new XAttribute("Version", package.Value)));
        if (UsesTestFlock)
            packages = packages.Append(Item(
                "PackageReference", "TestFlock.TestAdapter", new XAttribute("Version", PackedProduct.Version)));

        var project = new XElement("Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup", Properties.Select(property => new XElement(property.Key, property.Value))),
            new XElement("ItemGroup", packages),
            new XElement("ItemGroup", References.Select(reference => Item("ProjectReference", reference.File))));
        workspace.Write(File, project.ToString());
        return this;
    }

    public TestProject Write(string file, string text)
    {
        workspace.Write(Path.Combine(Folder, file), text);
        return this;
    }

    public Task<CommandResult> BuildAsync(params string[] options) => DotnetAsync("build", options);

    public Task<CommandResult> DotnetAsync(string verb, params string[] options) =>
        workspace.DotnetAsync([verb, File, OneProcess, .. options]);

    /// <summary>Runs the tests of the built assembly, without a build before it.</summary>
    public Task<TestRun> TestAsync(params string[] options) => TestRun.OfAsync(workspace, "test", Assembly, options);

    /// <summary>Runs the tests as <c>dotnet test</c> on the project does, with a build before it.</summary>
    public Task<TestRun> TestProjectAsync(params string[] options) =>
        TestRun.OfAsync(workspace, "test", File, [OneProcess, .. options]);

    /// <summary>All files below the output folder, as relative paths with slashes.</summary>
    public IReadOnlyList<string> OutputFiles() => FolderContent.Of(Output);

    private static XElement Item(string type, string include, params object[] content) =>
        new(type, new XAttribute("Include", include), content);
}
