using System.Diagnostics;

namespace TestFlock.Agent.Tests.Serving;

/// <summary>The program itself, as somebody starts it who made mistakes.</summary>
public sealed class AgentProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testflock-agent-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Everything_that_is_wrong_in_any_place_is_told_at_once()
    {
        var file = Path.Combine(_folder, "appsettings.json");
        await File.WriteAllTextAsync(file, """{ "TestFlock": { "Broker": "amqp://u:s3cret@rabbit", "Slots": 0, "Slotz": 3 } }""");

        var (exitCode, told) = await RunAsync("agent", "--log-format", "xml");

        exitCode.ShouldBe(2);
        told.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(5, told);
        told.ShouldContain($"TestFlock:Slotz in {file} means nothing.");
        told.ShouldContain("--coordination is missing");
        told.ShouldContain($"TestFlock:Slots in {file}: '0' is no number of slots.");
        told.ShouldContain("TESTFLOCK_DRAIN_TIMEOUT: 'soon' is no duration");
        told.ShouldContain("--log-format: 'xml' is no log format. Write text or json.");
        told.ShouldNotContain("s3cret");
    }

    [Fact]
    public async Task Only_Windows_can_start_it_as_its_service()
    {
        var (exitCode, told) = await RunAsync("agent", "--windows-service");

        exitCode.ShouldBe(2);
        told.ShouldContain(OperatingSystem.IsWindows() ? "only Windows' service control manager" : "is not Windows. Leave it");
    }

    private async Task<(int ExitCode, string Told)> RunAsync(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "testflock.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = _folder,
            RedirectStandardError = true,
        };
        start.Environment.Remove("TESTFLOCK_BROKER");
        start.Environment.Remove("TESTFLOCK_COORDINATION");
        start.Environment["TESTFLOCK_DRAIN_TIMEOUT"] = "soon";
        using var process = Process.Start(start)!;
        var told = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, told);
    }
}
