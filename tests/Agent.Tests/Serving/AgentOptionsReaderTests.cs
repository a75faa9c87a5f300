using Microsoft.Extensions.Logging;
using TestFlock.Agent.Serving;

namespace TestFlock.Agent.Tests.Serving;

public sealed class AgentOptionsReaderTests : IDisposable
{
    private readonly Dictionary<string, string[]> _options = new()
    {
        ["--broker"] = ["amqp://agents:s3cret@host/tests"],
        ["--coordination"] = ["redis://host"],
    };

    private readonly Dictionary<string, string> _variables = [];
    private readonly List<AgentSettingsFile> _files = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("testflock-options-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_addressesAlone_takesDefaultsOfTheMachine()
    {
        var options = Read();

        options.Name.ShouldBe(Environment.MachineName);
        options.Slots.ShouldBe(Environment.ProcessorCount);
        options.DrainTimeout.ShouldBe(TimeSpan.FromMinutes(10));
        options.LogsJson.ShouldBeFalse();
        options.LogLevel.ShouldBe(LogLevel.Information);
        options.Capabilities["dotnet"].ShouldContain($"{Environment.Version.Major}.");
        options.Capabilities["cores"].ShouldBe($"{Environment.ProcessorCount}");
        foreach (var known in new[] { "os", "arch", "sdk", "memory", "machine" })
            options.Capabilities[known].ShouldNotBeEmpty(known);
    }

    [Fact]
    public void Read_sameSettingEverywhere_takesTheOptionThenTheVariableThenTheLastFile()
    {
        WithFile("""{ "TestFlock": { "Slots": 2, "Name": "from-file", "LogFormat": "json" } }""");
        WithFile("""{ "TestFlock": { "Slots": 3, "Name": "from-last-file" } }""");
        _variables["TESTFLOCK_SLOTS"] = "4";
        _options["--slots"] = ["5"];
        _variables["TESTFLOCK_SHARES"] = "10:5:2";

        var options = Read();

        options.Slots.ShouldBe(5);
        options.Name.ShouldBe("from-last-file");
        options.LogsJson.ShouldBeTrue();
        options.Shares.Background.ShouldBe(2);
    }

    [Fact]
    public void Read_capabilitiesEverywhere_areAddedAndTheStrongerPlaceWins()
    {
        WithFile("""{ "TestFlock": { "Capabilities": { "browser": "firefox", "gpu": "" } } }""");
        _variables["TESTFLOCK_CAPABILITIES"] = "Browser=chrome; zone=north";
        _options["--capability"] = ["zone=south", "os=plan9"];

        var capabilities = Read().Capabilities;

        capabilities["browser"].ShouldBe("chrome");
        capabilities["gpu"].ShouldBe("");
        capabilities["zone"].ShouldBe("south");
        capabilities["os"].ShouldBe("plan9");
    }

    [Fact]
    public void Read_everythingWrong_tellsEverythingWithPlaceValueAndCure()
    {
        _options.Remove("--coordination");
        _options["--broker"] = ["http://agents:s3cret@host"];
        _options["--slots"] = ["0"];
        _options["--name"] = ["two words"];
        _options["--capability"] = ["=x"];
        _variables["TESTFLOCK_DRAIN_TIMEOUT"] = "soon";
        _variables["TESTFLOCK_LOG_FORMAT"] = "xml";
        _variables["TESTFLOCK_LOG_LEVEL"] = "loud";
        _options["--shares"] = ["0:4"];
        WithFile("""{ "TestFlock": { "Slotz": 3 } }""");

        var reader = Reader();

        reader.Read().ShouldBeNull();
        reader.Errors.Count.ShouldBe(10);
        reader.Errors.ShouldContain(e => e.Contains("TestFlock:Slotz") && e.Contains("means nothing"));
        reader.Errors.ShouldContain(e => e.StartsWith("--broker: 'http://"));
        reader.Errors.ShouldContain(e => e.StartsWith("--coordination is missing"));
        reader.Errors.ShouldContain("--slots: '0' is no number of slots. Write a whole number from 1 to 1024.");
        reader.Errors.ShouldContain(e => e.StartsWith("--name: 'two words' is no name."));
        reader.Errors.ShouldContain("--capability: '=x' is no capability. Write name=value, such as browser=chrome.");
        reader.Errors.ShouldContain(e => e.StartsWith("TESTFLOCK_DRAIN_TIMEOUT: 'soon' is no duration"));
        reader.Errors.ShouldContain("TESTFLOCK_LOG_FORMAT: 'xml' is no log format. Write text or json.");
        reader.Errors.ShouldContain(
            "TESTFLOCK_LOG_LEVEL: 'loud' is no log level. Write one of debug, information, warning, error.");
        reader.Errors.ShouldContain(
            "--shares: '0:4' are no shares. Write three whole numbers from 1 to 100, such as 16:4:1.");
        reader.Errors.ShouldAllBe(e => !e.Contains("s3cret"));
    }

    [Fact]
    public void Read_options_doNotPrintAddresses() => Read().ToString().ShouldNotContain("s3cret");

    [Fact]
    public void ReadFile_noJson_namesTheFile()
    {
        var file = Path.Combine(_folder, "broken.json");
        File.WriteAllText(file, "{");

        Should.Throw<InvalidDataException>(() => AgentSettingsFile.Read(file)).Message.ShouldStartWith(
            $"{file} cannot be read: ");
    }

    private AgentOptions Read()
    {
        var reader = Reader();
        var options = reader.Read();
        reader.Errors.ShouldBeEmpty();
        return options.ShouldNotBeNull();
    }

    private AgentOptionsReader Reader() =>
        new(new AgentSources(o => _options.GetValueOrDefault(o) ?? [], _variables.GetValueOrDefault, _files));

    private void WithFile(string json)
    {
        var file = Path.Combine(_folder, $"{_files.Count}.json");
        File.WriteAllText(file, json);
        _files.Add(AgentSettingsFile.Read(file));
    }
}
