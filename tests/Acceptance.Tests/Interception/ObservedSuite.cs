using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Interception;

public sealed class NUnit5Suite() : ObservedSuite(FrameworkVersion.NUnit5);

public sealed class NUnit6Suite() : ObservedSuite(FrameworkVersion.NUnit6);

public sealed class XunitV2Suite() : ObservedSuite(FrameworkVersion.XunitV2);

public sealed class XunitV3Suite() : ObservedSuite(FrameworkVersion.XunitV3);

public sealed class MSTest3Suite() : ObservedSuite(FrameworkVersion.MSTest3);

public sealed class MSTest4Suite() : ObservedSuite(FrameworkVersion.MSTest4);

/// <summary>
/// A framework's suite, run natively and in pass-through: in the same place, because a path can be part of an id.
/// </summary>
public abstract class ObservedSuite(FrameworkVersion framework) : IAsyncLifetime
{
    private Workspace? _workspace;

    public FrameworkVersion Framework { get; } = framework;

    public Observation Native { get; private set; } = null!;

    public Observation PassedThrough { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _workspace = await Workspace.CreateAsync();
        var project = Framework.CreateProject(_workspace, "Suite");
        project.With("coverlet.collector", "6.0.4");
        project.UsesTestFlock = true;
        project.Save();

        (await project.BuildAsync("-p:TestFlockEnabled=false")).ShouldSucceed();
        Native = await Observation.OfAsync(project, _workspace);

        (await project.BuildAsync()).ShouldSucceed();
        PassedThrough = await Observation.OfAsync(project, _workspace);
    }

    public Task DisposeAsync()
    {
        _workspace?.Dispose();
        return Task.CompletedTask;
    }
}
