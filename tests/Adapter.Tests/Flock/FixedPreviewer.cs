using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using TestFlock.TestAdapter.Flock.Preview;

namespace TestFlock.TestAdapter.Tests.Flock;

/// <summary>Knows beforehand what would run.</summary>
internal sealed class FixedPreviewer(IReadOnlyList<VsWantedTest> wanted) : IVsPreviewer
{
    public bool IsCancelled { get; private set; }

    public IReadOnlyList<VsWantedTest> Preview(
        IReadOnlyList<string> sources, IRunContext context, IFrameworkHandle handle) =>
        wanted;

    public IReadOnlyList<VsWantedTest> Preview(
        IReadOnlyList<TestCase> testCases, IRunContext context, IFrameworkHandle handle) =>
        wanted;

    public void Cancel() => IsCancelled = true;
}
