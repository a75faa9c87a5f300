using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Interception;

/// <summary>A test framework in one version, with a suite that shows all it can report.</summary>
public sealed record FrameworkVersion(
    string Name,
    string ExecutorUri,
    string AdapterFile,
    IReadOnlyDictionary<string, string> Packages,
    IReadOnlyList<string> Suites,
    bool IsProgram = false)
{
    private const string NUnitAdapter = "NUnit3.TestAdapter.dll";
    private const string XunitAdapter = "xunit.runner.visualstudio.testadapter.dll";

    public static FrameworkVersion NUnit5 { get; } = new(
        "NUnit adapter 5", "executor://nunit3testexecutor/", NUnitAdapter,
        new Dictionary<string, string> { ["NUnit"] = "4.4.0", ["NUnit3TestAdapter"] = "5.2.0" }, ["NUnitSuite.cs"]);

    public static FrameworkVersion NUnit6 { get; } = new(
        "NUnit adapter 6", "executor://nunit3testexecutor/", NUnitAdapter,
        new Dictionary<string, string> { ["NUnit"] = "4.6.1", ["NUnit3TestAdapter"] = "6.3.1" }, ["NUnitSuite.cs"]);

    public static FrameworkVersion XunitV2 { get; } = new(
        "xUnit v2", "executor://xunit/VsTestRunner3/netcore/", XunitAdapter,
        new Dictionary<string, string> { ["xunit"] = "2.9.3", ["xunit.runner.visualstudio"] = "3.1.5" },
        ["XunitSuite.cs"]);

    public static FrameworkVersion XunitV3 { get; } = new(
        "xUnit v3", "executor://xunit/VsTestRunner3/netcore/", XunitAdapter,
        new Dictionary<string, string> { ["xunit.v3"] = "3.2.1", ["xunit.runner.visualstudio"] = "3.1.5" },
        ["XunitSuite.cs", "XunitV3Suite.cs"], IsProgram: true);

    public static FrameworkVersion MSTest3 { get; } = new(
        "MSTest 3", "executor://mstestadapter/v2", "Microsoft.VisualStudio.TestPlatform.MSTest.TestAdapter.dll",
        new Dictionary<string, string> { ["MSTest.TestFramework"] = "3.8.3", ["MSTest.TestAdapter"] = "3.8.3" },
        ["MSTestSuite.cs"]);

    public static FrameworkVersion MSTest4 { get; } = new(
        "MSTest 4", "executor://mstestadapter/v4", "MSTest.TestAdapter.dll",
        new Dictionary<string, string> { ["MSTest.TestFramework"] = "4.4.0", ["MSTest.TestAdapter"] = "4.4.0" },
        ["MSTestSuite.cs"]);

    private static FrameworkVersion[] All => [NUnit5, NUnit6, XunitV2, XunitV3, MSTest3, MSTest4];

    /// <summary>Theory data holds names: the test explorer shows them.</summary>
    public static FrameworkVersion Named(string name) => All.Single(framework => framework.Name == name);

    /// <summary>A project with this framework's packages, and with its suite.</summary>
    public TestProject CreateProject(Workspace workspace, string name)
    {
        var project = AddPackages(new TestProject(workspace, name));
        if (IsProgram)
            project.Properties["OutputType"] = "Exe";
        foreach (var suite in Suites)
            project.Write(
                suite, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Interception", "Suites", suite)));
        return project;
    }

    public TestProject AddPackages(TestProject project)
    {
        foreach (var (package, version) in Packages)
            project.With(package, version);
        return project;
    }

    public override string ToString() => Name;
}
