using TestFlock.Agent.Checking;
using TestFlock.Agent.Serving;

namespace TestFlock.Agent.Tests.Checking;

/// <summary>What <c>testflock doctor</c> finds without servers; with them, see the tests of the fleet.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testflock-doctor-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Examine_wellMachine_findsNothing()
    {
        var findings = await ExamineAsync();

        findings.ShouldAllBe(finding => finding.Health != Health.Bad);
        findings.Single(f => f.Thing == "Servers").Text.ShouldContain("embedded");
        findings.Single(f => f.Thing == "Work folder").Text.ShouldContain("GB are free");
    }

    [Fact]
    public async Task Examine_serversThatAreNotThere_tellsEachWithItsCureAndWithoutPasswords()
    {
        var findings = await ExamineAsync(
            ("TESTFLOCK_BROKER", "amqp://ann:s3cret@localhost:1"),
            ("TESTFLOCK_COORDINATION", "redis://:s3cret@localhost:1"));

        findings.Single(f => f.Thing == "Redis").ShouldSatisfyAllConditions(
            redis => redis.Health.ShouldBe(Health.Bad),
            redis => redis.Text.ShouldContain("Redis at localhost:1 cannot be reached. Is it running"));
        findings.Single(f => f.Thing == "RabbitMQ").ShouldSatisfyAllConditions(
            rabbit => rabbit.Health.ShouldBe(Health.Bad),
            rabbit => rabbit.Text.ShouldContain("RabbitMQ at localhost:1"));
        string.Concat(findings.Select(f => f.Text)).ShouldNotContain("s3cret");
    }

    [Fact]
    public async Task Examine_wrongAddressAndSettings_namesPlaceLineAndCure()
    {
        var file = Path.Combine(_folder, "a.runsettings");
        await File.WriteAllTextAsync(
            file, "<RunSettings>\n  <TestFlock>\n    <Slotz>4</Slotz>\n  </TestFlock>\n</RunSettings>");

        var findings = await ExamineAsync(new FileInfo(file), ("TESTFLOCK_COORDINATION", "rediss//nowhere"));

        findings.Single(f => f.Thing == "Settings a.runsettings").Text.ShouldContain("3");
        findings.Single(f => f.Thing == "Coordination").Text.ShouldContain(
            "TESTFLOCK_COORDINATION: 'rediss//nowhere' is no address");
    }

    [Fact]
    public void Examine_folderThatCannotBe_saysSo()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");

        var finding = DiskCheck.Examine("Work folder", Path.Combine(file, "below"), AgentSetting.WorkFolder);

        finding.Health.ShouldBe(Health.Bad);
        finding.Text.ShouldContain("TESTFLOCK_WORK_FOLDER");
    }

    private Task<List<Finding>> ExamineAsync(params (string Name, string Value)[] variables) =>
        ExamineAsync(null, variables);

    private async Task<List<Finding>> ExamineAsync(FileInfo? settings, params (string Name, string Value)[] variables)
    {
        var all = variables.ToDictionary(v => v.Name, v => v.Value);
        all["TESTFLOCK_WORK_FOLDER"] = Path.Combine(_folder, "work");
        all["TESTFLOCK_CACHE_FOLDER"] = Path.Combine(_folder, "cache");
        var sources = new AgentSources(_ => [], name => all.GetValueOrDefault(name), []);
        var findings = new List<Finding>();
        await foreach (var finding in new Doctor(sources, settings, TimeProvider.System).ExamineAsync(default))
            findings.Add(finding);
        return findings;
    }
}
