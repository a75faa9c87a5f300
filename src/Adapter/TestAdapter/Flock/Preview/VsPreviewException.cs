using System.Reflection;

namespace TestFlock.TestAdapter.Flock.Preview;

/// <summary>It cannot be found out what the native run would do.</summary>
internal sealed class VsPreviewException : Exception
{
    private VsPreviewException(string message)
        : base(message)
    {
    }

    public static VsPreviewException UnknownVersion(string package, Assembly assembly, string known) => new(
        $"TestFlock cannot ask {package} {assembly.GetName().Version} which tests a run would select: it knows " +
        $"versions {known}. Update TestFlock.TestAdapter, use one of those versions, or set <Enabled>false</Enabled> " +
        "in the <TestFlock> section of the run settings to run the tests on this machine without it.");
}
