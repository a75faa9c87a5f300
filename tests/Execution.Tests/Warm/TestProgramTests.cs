using TestFlock.Contracts;
using TestFlock.Execution.Tests.Support;
using TestFlock.Execution.Warm;

namespace TestFlock.Execution.Tests.Warm;

public sealed class TestProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void IsWatched_while_a_test_runs_is_true_of_xUnit_v3_alone(bool isV3)
    {
        var program = new TestProgram([Case(isV3)]);
        program.IsWatched.ShouldBeFalse();

        program.Hear(new HostTestStarted { CaseId = Guid.NewGuid(), At = default });

        program.IsWatched.ShouldBe(isV3);
    }

    [Fact]
    public void IsGone_only_after_several_looks_at_a_silent_host_without_children()
    {
        var program = new TestProgram([Case(isV3: true)]);
        program.Hear(new HostTestStarted { CaseId = Guid.NewGuid(), At = default });

        for (var look = 0; look < 4; look++)
            program.IsGone(hasChildren: false).ShouldBeFalse();
        program.IsGone(hasChildren: true).ShouldBeFalse();
        for (var look = 0; look < 4; look++)
            program.IsGone(hasChildren: false).ShouldBeFalse();
        program.IsGone(hasChildren: null).ShouldBeFalse();
        for (var look = 0; look < 4; look++)
            program.IsGone(hasChildren: false).ShouldBeFalse();

        program.IsGone(hasChildren: false).ShouldBeTrue();
        program.IsWatched.ShouldBeFalse();
    }

    public void Dispose() => _folder.Dispose();

    private TestCase Case(bool isV3)
    {
        if (isV3)
            File.WriteAllText(Path.Combine(_folder.Path, "xunit.v3.core.dll"), "");
        return new TestCase
        {
            Id = Guid.NewGuid(),
            FullyQualifiedName = "A.One",
            DisplayName = "A.One",
            Source = Path.Combine(_folder.Path, "a.dll"),
            ExecutorUri = "executor://xunit/VsTestRunner3/netcore/",
        };
    }
}
