using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace TestFlock.TestAdapter;

/// <summary>
/// A source that cannot hold tests: no assembly at all, or one beside which no test adapter lies. The platform only
/// warns that no test is available, and the run is green.
/// </summary>
/// <remarks>
/// An assembly whose framework is there, and finds no test in it, is no such source: a project may be empty today.
/// </remarks>
internal static class VsNoTestAssembly
{
    private const string AnyAdapter = "*TestAdapter.dll";
    private const string Own = "TestFlock.TestAdapter.dll";

    /// <summary>
    /// Describes what is wrong with the source, once: for a run by sources the platform calls the executors of all
    /// frameworks, and the first of them speaks.
    /// </summary>
    public static bool TryDescribe(VsFramework speaker, string source, [NotNullWhen(true)] out string? description)
    {
        description = speaker != VsFramework.All[0] ? null
            : !IsAssembly(source) ? $"TestFlock cannot run '{source}': it is no .NET assembly. Name the built test "
                + "assembly, which lies in the output folder of its project, or the project itself."
            : !HasAdapter(VsFrameworkAdapters.FolderOf(source)) ? $"TestFlock cannot run '{source}': no test adapter "
                + "lies beside it, so no framework can find tests there. Add the package of its framework's adapter "
                + "to the project (NUnit3TestAdapter, xunit.runner.visualstudio or MSTest.TestAdapter) and build it "
                + "again; if it holds no tests, set <IsTestProject>false</IsTestProject> in it."
            : null;
        return description is not null;
    }

    private static bool IsAssembly(string source)
    {
        try
        {
            _ = AssemblyName.GetAssemblyName(source);
            return true;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    // Of a framework that is not known here, too: the platform runs that one's tests itself.
    private static bool HasAdapter(string folder) =>
        VsFramework.All.Any(framework => VsAdapterFolder.TryFind(framework, folder, out _))
        || Directory.EnumerateFiles(folder, AnyAdapter).Any(file => Path.GetFileName(file) != Own);
}
