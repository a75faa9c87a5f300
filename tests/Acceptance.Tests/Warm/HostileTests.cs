using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Warm;

/// <summary>
/// Tests that end, block, flood or change their process are reported truthfully, and harm nobody else.
/// </summary>
public sealed class HostileTests
{
    /// <summary>What fails, and a word of its reason; everything else passes.</summary>
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["B_fails_fast"] = "the test process died",
        ["B_overflows_the_stack"] = "the test process died",
        ["B_exits_with_zero"] = "the test process died",
        ["B_throws_on_a_foreign_thread"] = "the test process died",
        ["B_never_ends"] = "It ran longer than 00:00:05, its own limit",
    };

    /// <summary>
    /// xUnit v3's program outlives an exception on a foreign thread: it tells it, and waits for its tests. Those wait
    /// for their death.
    /// </summary>
    private static readonly Dictionary<string, string> ExpectedOfXunitV3 = new(Expected)
    {
        ["B_throws_on_a_foreign_thread"] = "the thread gave way",
    };

    [Theory]
    [InlineData("NUnit")]
    [InlineData("XunitV2")]
    [InlineData("XunitV3")]
    [InlineData("MSTest")]
    public async Task Hostile_tests_are_told_truthfully_and_their_neighbours_pass(string framework)
    {
        using var folder = new TemporaryFolder();
        var assembly = await BuildAsync(framework);

        var run = await Command.RunAsync(
            "dotnet",
            folder.Path,
            new Dictionary<string, string> { ["TMPDIR"] = folder.Path },
            "test", assembly, "--settings", Path.Combine(AppContext.BaseDirectory, "Warm", "hostile.runsettings"),
            "--logger", "trx;LogFileName=run.trx", "--results-directory", folder.Path);

        var results = TrxReport.Read(Path.Combine(folder.Path, "run.trx"));
        results.Count.ShouldBe(30, run.ToString());
        var failed = results.Where(r => r.Outcome != "Passed").ToDictionary(r => MethodOf(r), r => r.Message ?? "");

        // It ended before its thread threw; whether the framework had told so before the process died is a matter of
        // luck.
        failed.Remove("B_leaves_a_thread_that_throws");
        // Its order comes from ids, which come from the assembly's path: only behind that thread's test does this one
        // wait for its death.
        if (framework == "XunitV3" && failed.Remove("C_is_running_then", out var late))
            late.ShouldContain("the thread gave way late");
        var expected = framework == "XunitV3" ? ExpectedOfXunitV3 : Expected;
        failed.Keys.ShouldBe(expected.Keys, ignoreOrder: true, Told(failed));
        foreach (var (test, reason) in expected)
            failed[test].ShouldContain(reason);
        run.ExitCode.ShouldBe(1);
        IsAlive(Path.Combine(folder.Path, "left-behind.pid")).ShouldBeFalse();
    }

    // What the run wrote holds a crash's every frame: pages in which a log's reader finds no name.
    private static string Told(IEnumerable<KeyValuePair<string, string>> failed) =>
        string.Join('\n', failed.Select(test => $"{test.Key}: {test.Value.Split('\n')[0]}"));

    private static string MethodOf(ReportedResult result) =>
        result.FullyQualifiedName[(result.FullyQualifiedName.LastIndexOf('.') + 1)..];

    private static async Task<string> BuildAsync(string framework)
    {
        var project = Path.Combine(Repository.Folder, "tests", "Hostile", framework);
        var build = await Command.RunAsync(
            "dotnet", Repository.Folder, Command.PlainEnvironment, "build", project, "-v", "quiet");
        build.ShouldSucceed();
        return Path.Combine(project, "bin", "Debug", "net10.0", $"Hostile.{framework}.dll");
    }

    // Its command line is gone with it, though its entry stays until its new parent has taken note.
    private static bool IsAlive(string processIdFile)
    {
        var commandLine = $"/proc/{File.ReadAllText(processIdFile)}/cmdline";
        return File.Exists(commandLine) && File.ReadAllText(commandLine).Contains("sleep", StringComparison.Ordinal);
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("tf-hostile-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
