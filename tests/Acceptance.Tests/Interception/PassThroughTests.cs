namespace TestFlock.Acceptance.Tests.Interception;

public sealed class NUnit5PassThroughTests(NUnit5Suite suite) : PassThroughTests(suite), IClassFixture<NUnit5Suite>;

public sealed class NUnit6PassThroughTests(NUnit6Suite suite) : PassThroughTests(suite), IClassFixture<NUnit6Suite>;

public sealed class XunitV2PassThroughTests(XunitV2Suite suite) : PassThroughTests(suite), IClassFixture<XunitV2Suite>;

public sealed class XunitV3PassThroughTests(XunitV3Suite suite) : PassThroughTests(suite), IClassFixture<XunitV3Suite>;

public sealed class MSTest3PassThroughTests(MSTest3Suite suite) : PassThroughTests(suite), IClassFixture<MSTest3Suite>;

public sealed class MSTest4PassThroughTests(MSTest4Suite suite) : PassThroughTests(suite), IClassFixture<MSTest4Suite>;

/// <summary>Without a TestFlock section in the run settings, a run cannot be told from a native one.</summary>
public abstract class PassThroughTests(ObservedSuite suite)
{
    private readonly Observation _native = suite.Native;
    private readonly Observation _passedThrough = suite.PassedThrough;

    [Fact]
    public void Only_the_adapter_moves_out_of_sight()
    {
        string[] moved = [suite.Framework.AdapterFile, Path.ChangeExtension(suite.Framework.AdapterFile, ".pdb")];
        moved = [.. moved.Intersect(_native.Built)];

        moved.ShouldContain(suite.Framework.AdapterFile);
        _native.Built.Except(_passedThrough.Built).ShouldBe(moved, ignoreOrder: true);
        _passedThrough.Built.Except(_native.LeftBehind)
            .Where(file => !file.StartsWith("testflock/program/", StringComparison.Ordinal))
            .ShouldBe(
                [
                    "TestFlock.TestAdapter.dll",
                    "TestFlock.Contracts.dll",
                    "testflock/TestFlock.TestLogger.dll",
                    "testflock/TestFlock.WarmHost.dll",
                    "testflock/TestFlock.Contracts.dll",
                    .. moved.Select(file => "testflock/" + file),
                ],
                ignoreOrder: true);
        _passedThrough.Built.ShouldContain("testflock/program/testflock.dll");
    }

    [Fact]
    public void Every_result_is_the_native_one()
    {
        _native.Everything.Results.ShouldNotBeEmpty(_native.Everything.ToString());
        _native.Everything.Results.ShouldAllBe(result => result.ExecutorUri == suite.Framework.ExecutorUri);
        _native.Everything.Results.ShouldContain(result => result.Outcome == "Failed" && result.StackTrace != null);

        _passedThrough.Everything.Results.ShouldBe(_native.Everything.Results, ignoreOrder: true);
        _passedThrough.Everything.Command.ExitCode.ShouldBe(_native.Everything.Command.ExitCode);
    }

    [Fact]
    public void Tests_run_in_the_native_order()
    {
        _native.Everything.PrintedOrder.Count.ShouldBe(_native.Everything.Results.Count, _native.Everything.ToString());

        _passedThrough.Everything.PrintedOrder.ShouldBe(_native.Everything.PrintedOrder);
    }

    [Fact]
    public void Filter_and_framework_settings_do_what_they_do_natively()
    {
        _native.Filtered.Results.ShouldNotBeEmpty(_native.Filtered.ToString());
        _native.Filtered.Results.Count.ShouldBeLessThan(_native.Everything.Results.Count);
        _native.Filtered.Results.Except(_native.Everything.Results)
            .ShouldNotBeEmpty("The settings changed nothing, so nothing is seen of them.");

        _passedThrough.Filtered.Results.ShouldBe(_native.Filtered.Results, ignoreOrder: true);
    }

    [Fact]
    public void Listing_shows_each_test_once()
    {
        _native.Listed.ShouldNotBeEmpty();

        _passedThrough.Listed.ShouldBe(_native.Listed);
    }

    [Fact]
    public void Coverage_and_attachments_are_the_native_ones()
    {
        _native.CoveredLines.ShouldContain(line => !line.EndsWith(" 0"), _native.Everything.ToString());

        _passedThrough.CoveredLines.ShouldBe(_native.CoveredLines);
        _passedThrough.ResultFiles.ShouldBe(_native.ResultFiles);
    }
}
