using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Xml.Linq;
using TestFlock.Contracts;

namespace TestFlock.ScriptedCoordinator;

/// <summary>One run as the script wants it.</summary>
internal sealed class Stage(Stream output) : IDisposable
{
    public const string LogFile = "/somewhere/coordinator.log";

    private const string Knocks = "knocks ";

    private readonly MessageWriter<CoordinatorMessage> _writer = new(output, WireFormats.Coordinator);
    private readonly List<TestCase> _cases = [];
    private string _script = "normal";

    public async Task OpenAsync(OpenRun open)
    {
        _script = (string?)XDocument.Parse(open.SettingsXml).Descendants("Script").FirstOrDefault() ?? _script;
        switch (_script)
        {
            case "refuses":
                await TellAsync(
                    new RunRefused { Errors = ["<Slots> is 'many'. Give a number.", "<Unit> is 'x'. Give class."] });
                Environment.Exit(2);
                break;
            case "dies-at-once":
                await Console.Error.WriteLineAsync("no room to live");
                Environment.Exit(7);
                break;
            case var knock when knock.StartsWith(Knocks, StringComparison.Ordinal):
                await using (var caller = new NamedPipeClientStream(knock[Knocks.Length..]))
                    await caller.ConnectAsync();
                _script = "normal";
                goto default;
            default:
                var needs = _script == "newer" ? ProtocolVersion.Current + 1 : ProtocolVersion.Oldest;
                const int newer = ProtocolVersion.Current + 1;
                await TellAsync(
                    new RunOpened { Writer = newer, Protocol = needs, Run = new("scripted"), LogFile = LogFile });
                break;
        }
    }

    public void Add(IReadOnlyList<TestCase> cases) => _cases.AddRange(cases);

    public async Task PlayAsync()
    {
        switch (_script)
        {
            case "normal":
                for (var ordinal = 0; ordinal < _cases.Count; ordinal++)
                    await RunAsync(ordinal);
                await EndAsync();
                break;
            case "leaves":
                await TellAsync(new TestReported
                {
                    Ordinal = 0,
                    Attempt = 1,
                    Agent = Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
                    Slot = 1,
                    Result = Result(_cases[0].DisplayName),
                });
                for (var ordinal = 1; ordinal < _cases.Count; ordinal++)
                    await RunAsync(ordinal);
                await EndAsync();
                Environment.Exit(0);
                break;
            case "dies":
                await RunAsync(0);
                await TellAsync(new TestStarted { Ordinal = 1 });
                await Console.Error.WriteLineAsync("I feel unwell");
                Environment.Exit(3);
                break;
            case "is-killed":
                await RunAsync(0);
                Process.GetCurrentProcess().Kill();
                break;
            case "dies-leaving-a-child":
                await RunAsync(0);
                // It keeps all three pipes open, until the adapter closes the first.
                using (Process.Start(new ProcessStartInfo("cat") { UseShellExecute = false }))
                    Process.GetCurrentProcess().Kill();
                break;
            case "writes-rubbish":
                await RunAsync(0);
                await output.WriteAsync("Hello, world\n"u8.ToArray());
                await output.FlushAsync();
                break;
            case "lingers":
                await RunAsync(0);
                await EndAsync();
                await Task.Delay(Timeout.Infinite);
                break;
            case "waits" or "never-cancels":
                await TellAsync(new TestStarted { Ordinal = 0 });
                break;
            case "tells-much":
                await TellMuchAsync();
                await EndAsync();
                break;
        }
    }

    public async Task CancelAsync()
    {
        if (_script == "never-cancels")
            return;
        await TellAsync(new RunEnded { Cancelled = true });
        Environment.Exit(0);
    }

    public void Dispose() => _writer.Dispose();

    private async Task TellMuchAsync()
    {
        await TellAsync(new RunNote { Level = NoteLevel.Informational, Text = "three slots" });
        await TellAsync(new RunNote { Level = NoteLevel.Warning, Text = "the clock is off" });
        await TellAsync(new RunNote { Level = NoteLevel.Error, Text = "a fixture's teardown failed" });
        await TellAsync(
            new TestReported { Ordinal = 0, Result = Result("row 1"), Attempt = 1, Agent = "one", Slot = 1 });
        await TellAsync(
            new TestReported { Ordinal = 0, Result = Result("row 2"), Attempt = 2, Agent = "two", Slot = 2 });
        await TellAsync(new TestReported { Ordinal = 1, Result = Result("lost"), Attempt = 1, Agent = "", Slot = 0 });
        await TellAsync(new RunAttachments
        {
            Sets = [new AttachmentSet { Uri = "datacollector://x", DisplayName = "Coverage", Items = [new() { Path = "/tmp/c.xml" }] }],
        });
    }

    private async Task RunAsync(int ordinal)
    {
        await TellAsync(new TestStarted { Ordinal = ordinal });
        await TellAsync(new TestReported
        {
            Ordinal = ordinal, Result = Result(_cases[ordinal].DisplayName), Attempt = 1, Agent = "scripted", Slot = 1,
        });
        await TellAsync(new TestEnded { Ordinal = ordinal, Outcome = Outcome.Passed });
    }

    private Task EndAsync() => TellAsync(new RunEnded { Cancelled = false });

    private static TestResult Result(string displayName) =>
        new() { Outcome = Outcome.Passed, DisplayName = displayName };

    private Task TellAsync(CoordinatorMessage message) => _writer.WriteAsync(message, CancellationToken.None);
}
