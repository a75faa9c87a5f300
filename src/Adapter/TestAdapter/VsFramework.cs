namespace TestFlock.TestAdapter;

/// <summary>A test framework's own VSTest adapter, as the test platform knows it.</summary>
/// <remarks>
/// A framework changes its executor URI when its test cases change, so one package can need two entries. The files
/// are those that <c>build/package/TestFlock.TestAdapter.targets</c> moves: both lists say the same names.
/// </remarks>
/// <param name="Name">What messages call the framework.</param>
/// <param name="ExecutorUri">The URI that the adapter writes into its test cases.</param>
/// <param name="AdapterFile">The adapter's file name.</param>
internal sealed record VsFramework(string Name, string ExecutorUri, string AdapterFile)
{
    public const string NUnitUri = "executor://NUnit3TestExecutor";
    public const string Xunit2Uri = "executor://xunit/VsTestRunner2/netcoreapp";
    public const string Xunit3Uri = "executor://xunit/VsTestRunner3/netcore/";
    public const string MSTest2Uri = "executor://MSTestAdapter/v2";
    public const string MSTest4Uri = "executor://MSTestAdapter/v4";

    public static VsFramework NUnit { get; } = new("NUnit", NUnitUri, "NUnit3.TestAdapter.dll");

    /// <summary>xunit.runner.visualstudio 2.x.</summary>
    public static VsFramework Xunit2 { get; } =
        new("xUnit", Xunit2Uri, "xunit.runner.visualstudio.testadapter.dll");

    /// <summary>xunit.runner.visualstudio 3.x, which runs xUnit v2 and v3 projects alike.</summary>
    public static VsFramework Xunit3 { get; } =
        new("xUnit", Xunit3Uri, "xunit.runner.visualstudio.testadapter.dll");

    /// <summary>MSTest.TestAdapter 2.x and 3.x.</summary>
    public static VsFramework MSTest2 { get; } =
        new("MSTest", MSTest2Uri, "Microsoft.VisualStudio.TestPlatform.MSTest.TestAdapter.dll");

    public static VsFramework MSTest4 { get; } = new("MSTest", MSTest4Uri, "MSTest.TestAdapter.dll");

    public static IReadOnlyList<VsFramework> All { get; } = [NUnit, Xunit2, Xunit3, MSTest2, MSTest4];
}
