using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using TestFlock.TestAdapter.Flock.Preview;

namespace TestFlock.TestAdapter.Tests.Flock;

/// <summary>Knows beforehand what would run.</summary>
internal sealed class FixedPreviewer(VsPreview preview) : IVsPreviewer
{
    public bool IsCancelled { get; private set; }

    public VsPreview Preview(IReadOnlyList<string> sources, IRunContext context, IFrameworkHandle handle) => preview;

    public VsPreview Preview(IReadOnlyList<TestCase> testCases, IRunContext context, IFrameworkHandle handle) => preview;

    public void Cancel() => IsCancelled = true;
}
