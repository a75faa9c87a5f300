using System.Xml.Linq;

namespace TestFlock.Agent.Starting;

/// <summary>
/// The reference to the package in a test project, and its version where versions are kept in one place.
/// </summary>
internal static class PackageReference
{
    private const string Package = "TestFlock.TestAdapter";
    private const string CentralFile = "Directory.Packages.props";

    // What stands behind our adapter: without one of these there is nothing to run tests with.
    private static readonly string[] Adapters =
        ["NUnit3TestAdapter", "xunit.runner.visualstudio", "MSTest.TestAdapter", "MSTest"];

    /// <returns>What was done, for a person.</returns>
    /// <exception cref="InvalidDataException">The project cannot use it; the message has the cure.</exception>
    public static IEnumerable<string> Add(TestProjectFile project, string version)
    {
        var name = Path.GetFileName(project.Path);
        if (project.Items("PackageReference").Any(IsOurs))
            return [$"{name} refers to {Package} already."];
        Check(project);
        var done = new List<string>();
        var central = FindCentral(project.Folder);
        var versioned = $"Include=\"{Package}\" Version=\"{version}\"";
        project.AddItem("PackageReference", central is null ? versioned : $"Include=\"{Package}\"");
        project.Save();
        done.Add($"{name} refers to {Package} now.");
        if (central is not null && !central.Items("PackageVersion").Any(IsOurs))
        {
            central.AddItem("PackageVersion", versioned);
            central.Save();
            done.Add($"{central.Path} has its version, {version}.");
        }

        return done;
    }

    private static void Check(TestProjectFile project)
    {
        if (project.Has("EnableNUnitRunner") || project.Has("EnableMSTestRunner")
            || project.Has("UseMicrosoftTestingPlatformRunner") || project.Has("TestingPlatformDotnetTestSupport"))
        {
            throw new InvalidDataException(
                $"{project.Path} runs its tests on Microsoft.Testing.Platform, which loads no VSTest adapter. Take "
                + "EnableNUnitRunner, EnableMSTestRunner, UseMicrosoftTestingPlatformRunner or "
                + "TestingPlatformDotnetTestSupport out of it first.");
        }

        var packages = project.Items("PackageReference").Select(item => item.Attribute("Include")?.Value).ToArray();
        var isTestSdk =
            project.Document.Root?.Attribute("Sdk")?.Value.StartsWith("MSTest.Sdk", StringComparison.Ordinal);
        if (isTestSdk != true && !packages.Intersect(Adapters, StringComparer.OrdinalIgnoreCase).Any()
            && FindAbove(project.Folder, "Directory.Build.props") is null)
        {
            throw new InvalidDataException(
                $"{project.Path} refers to none of {string.Join(", ", Adapters)}, so it is no test project that VSTest "
                + "runs. Give the path of one.");
        }
    }

    private static TestProjectFile? FindCentral(string folder) =>
        FindAbove(folder, CentralFile) is { } path && TestProjectFile.Read(path) is var central
        && central.Has("ManagePackageVersionsCentrally")
            ? central
            : null;

    private static string? FindAbove(string folder, string file)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, file)))
                return Path.Combine(at.FullName, file);
        }

        return null;
    }

    private static bool IsOurs(XElement item) =>
        Package.Equals(
            (item.Attribute("Include") ?? item.Attribute("Update"))?.Value, StringComparison.OrdinalIgnoreCase);
}
