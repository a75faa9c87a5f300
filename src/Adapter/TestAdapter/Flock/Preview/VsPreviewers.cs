using TestFlock.TestAdapter.Flock.Preview.NUnit;
using TestFlock.TestAdapter.Flock.Preview.Xunit;

namespace TestFlock.TestAdapter.Flock.Preview;

internal static class VsPreviewers
{
    /// <summary>Chooses how a framework is asked what its run would do.</summary>
    public static IVsPreviewer Choose(VsFrameworkAdapter adapter, TimeProvider time)
    {
        var framework = adapter.Framework;
        if (framework == VsFramework.NUnit)
            return new NUnitPreviewer(adapter.Executor);
        if (framework == VsFramework.Xunit2 || framework == VsFramework.Xunit3)
            return new XunitPreviewer(adapter.Discoverer, time);
        return new MSTestPreviewer(adapter.Discoverer);
    }
}
