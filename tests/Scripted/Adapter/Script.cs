using System.Diagnostics;
using System.Globalization;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace Scripted.Adapter;

/// <summary>What one test case does: steps with arguments, such as <c>start; result Passed; end</c>.</summary>
internal sealed class Script(TestCase test, IFrameworkHandle handle)
{
    private readonly string[] _steps = test.DisplayName.Split("; ");
    private string? _resultMessage;

    /// <summary>Whether it runs beside the others.</summary>
    public bool IsAside => _steps[0] == "aside";

    public void Run() => Run(_steps);

    /// <returns>Whether all steps were done.</returns>
    private bool Run(string[] steps) => steps.All(step =>
    {
        var words = step.Split(' ', 2);
        return Do(words[0], words.Length > 1 ? words[1] : "");
    });

    // Memory that nothing gives back.
    private static readonly List<byte[]> Kept = [];

    /// <summary>Whether to go on with the next step.</summary>
    private bool Do(string verb, string argument)
    {
        switch (verb)
        {
            case "aside":
                return true;
            case "nothing":
                return false;
            case "nothing-until":
                return File.Exists(argument) || !Touch(argument);
            case "start":
                handle.RecordStart(test);
                return true;
            case "result":
                var outcome = Enum.Parse<TestOutcome>(argument);
                handle.RecordResult(new TestResult(test)
                    { Outcome = outcome, DisplayName = test.DisplayName, ErrorMessage = _resultMessage });
                return true;
            case "turns":
                return TakeTurn(argument);
            case "end":
                handle.RecordEnd(test, TestOutcome.None);
                return true;
            case "say":
                handle.SendMessage(TestMessageLevel.Error, argument);
                return true;
            case "write":
                Console.WriteLine(argument);
                return true;
            case "signal":
                return Touch(argument);
            case "await":
                Await(argument);
                return true;
            case "hang-once":
                return File.Exists(argument) || (Touch(argument) && Hang());
            case "hang":
                return Hang();
            case "grow":
                Kept.Add(Enumerable.Repeat((byte)1, int.Parse(argument) * 1024 * 1024).ToArray());
                return true;
            case "exit":
                Environment.Exit(int.Parse(argument));
                return false;
            case "later-exit":
                ExitWhen(argument);
                return true;
            case "change-place":
                Environment.CurrentDirectory = argument;
                CultureInfo.DefaultThreadCurrentCulture = new CultureInfo("tr-TR");
                CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
                Environment.SetEnvironmentVariable("SCRIPTED_PLACE", "elsewhere");
                Environment.SetEnvironmentVariable("HOME", null);
                return true;
            case "place":
                File.WriteAllText(argument, Place());
                return true;
            case "fail-fast":
                Environment.FailFast(argument);
                return false;
            case "leave-child":
                LeaveChild(argument);
                return true;
            case "language":
                File.WriteAllText(argument, CultureInfo.CurrentUICulture.Name);
                return true;
            case "trace-fail":
                File.WriteAllText(argument, NameOfTraceFailure());
                return true;
            case "loaded":
                var partAndFile = argument.Split(' ');
                var isLoaded = AppDomain.CurrentDomain.GetAssemblies().Any(a => a.GetName().Name == partAndFile[0]);
                File.WriteAllText(partAndFile[1], isLoaded.ToString());
                return true;
            case "variable":
                var nameAndFile = argument.Split(' ');
                File.WriteAllText(nameAndFile[1], Environment.GetEnvironmentVariable(nameAndFile[0]) ?? "(none)");
                return true;
            default:
                throw new NotSupportedException($"'{verb}' is no step of a script.");
        }
    }

    /// <summary>
    /// The n-th execution does what the file <c>n.turn</c> says, or <c>rest</c> where there is none, and leaves
    /// <c>n.taken</c>, and <c>n.done</c> when it came to its end; the message of its results is n.
    /// </summary>
    private bool TakeTurn(string folder)
    {
        var turn = 1;
        while (!TryCreate(Path.Combine(folder, $"{turn}.taken")))
            turn++;
        _resultMessage = $"{turn}";
        var own = Path.Combine(folder, $"{turn}.turn");
        var steps = File.ReadAllText(File.Exists(own) ? own : Path.Combine(folder, "rest")).Split("; ");
        return Run(steps) && TryCreate(Path.Combine(folder, $"{turn}.done"));
    }

    private static string NameOfTraceFailure()
    {
        try
        {
            Trace.Fail("on purpose");
            return "(none)";
        }
        catch (Exception e)
        {
            return e.GetType().Name;
        }
    }

    private static bool TryCreate(string file)
    {
        try
        {
            new FileStream(file, FileMode.CreateNew).Dispose();
            return true;
        }
        catch (IOException) when (File.Exists(file))
        {
            return false;
        }
    }

    /// <summary>Writes this process's id; the file appears whole.</summary>
    private static bool Touch(string file)
    {
        File.WriteAllText(file + ".part", Environment.ProcessId.ToString());
        File.Move(file + ".part", file, overwrite: true);
        return true;
    }

    // Nobody signals across processes without a file or a socket; a short nap between looks is no race.
    private static void Await(string file)
    {
        while (!File.Exists(file))
            Thread.Sleep(10);
    }

    /// <summary>A thread that outlives its test, and ends the process while another runs.</summary>
    private static void ExitWhen(string file)
    {
        var thread = new Thread(() =>
        {
            Await(file);
            Environment.Exit(7);
        });
        thread.IsBackground = true;
        thread.Start();
    }

    private static string Place() => string.Join(
        '\n',
        Environment.CurrentDirectory,
        CultureInfo.CurrentCulture.Name,
        CultureInfo.DefaultThreadCurrentCulture?.Name,
        Environment.GetEnvironmentVariable("SCRIPTED_PLACE"),
        Environment.GetEnvironmentVariable("HOME"));

    private static bool Hang()
    {
        Thread.Sleep(Timeout.Infinite);
        return true;
    }

    /// <summary>Starts a process that leaves its family, as daemons do, but holds on to the output.</summary>
    private static void LeaveChild(string file)
    {
        using var shell = Process.Start(
            "/usr/bin/setsid", ["/bin/sh", "-c",
                $"echo $$ > '{file}.part'; mv '{file}.part' '{file}'; exec sleep 600"]);
        Await(file);
    }
}
