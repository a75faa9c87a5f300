using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Xml.Linq;
using TestFlock.Contracts;

namespace TestFlock.Execution.Warm;

/// <summary>
/// How the test platform starts the test host of an assembly, done without the platform's console in between: the
/// same program, with the assembly's own runtimeconfig and deps files, in the assembly's folder. So a warm host is no
/// imitation of the process that <c>dotnet test</c> makes, but that process. Our hook in it, where there is one, serves
/// the slot before the platform's first line; else the platform starts, and calls our adapter.
/// </summary>
internal static class TestHostStart
{
    private static readonly string[] TieringPrefixes =
        ["DOTNET_TC_", "DOTNET_Tiered", "COMPlus_TC_", "COMPlus_Tiered"];

    // By these a person asks the platform's own start to wait for a debugger.
    private static readonly string[] OfDebuggers =
        ["VSTEST_HOST_DEBUG", "VSTEST_HOST_DEBUG_ATTACHVS", "VSTEST_HOST_NATIVE_DEBUG"];

    /// <param name="source">Full path of the test assembly.</param>
    /// <param name="dotnet">Which <c>dotnet</c>.</param>
    /// <param name="environment">All of the environment.</param>
    /// <param name="settingsXml">May name variables for the test host.</param>
    /// <exception cref="FileNotFoundException">The assembly's output has no test host; the message says what to
    /// do.</exception>
    public static ProcessStartInfo For(
        string source, string dotnet, IReadOnlyDictionary<string, string> environment, string settingsXml)
    {
        var folder = Path.GetDirectoryName(source)!;
        var start = new ProcessStartInfo(dotnet)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add("exec");
        AddIfThere(start, "--runtimeconfig", Path.ChangeExtension(source, ".runtimeconfig.json"));
        AddIfThere(start, "--depsfile", Path.ChangeExtension(source, ".deps.json"));
        start.ArgumentList.Add(TestHostIn(folder, source));
        start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        foreach (
            var variable in XDocument.Parse(settingsXml).Root!.Elements("RunConfiguration")
                .Elements("EnvironmentVariables").Elements())
            start.Environment[variable.Name.LocalName] = variable.Value;
        NameHook(start, WarmHostHook.In(folder));
        return start;
    }

    /// <summary>Tells the test host where to find us.</summary>
    public static void Complete(ProcessStartInfo start, IPEndPoint door, string slot)
    {
        AddOption(start, "--port", door.Port.ToString(CultureInfo.InvariantCulture));
        AddOption(start, "--endpoint", door.ToString());
        AddOption(start, "--role", "client");
        AddOption(start, "--parentprocessid", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        AddOption(start, "--telemetryoptedin", "false");
        start.Environment[SlotEndpoint.Variable] = slot;
        if (!start.Environment.Keys.Any(IsOfTiering))
            start.Environment[HostTuning.LateTiering.Variable] = HostTuning.LateTiering.Value;
        foreach (var tuning in new[] { HostTuning.SingleMapping, HostTuning.NoSpinning })
            start.Environment.TryAdd(tuning.Variable, tuning.Value);
    }

    private static void NameHook(ProcessStartInfo start, string hook)
    {
        if (!File.Exists(hook) || !WarmHostHook.CanName(hook)
            || Array.Exists(OfDebuggers, start.Environment.ContainsKey))
            return;
        start.Environment.TryGetValue(WarmHostHook.Variable, out var others);
        start.Environment[WarmHostHook.Variable] = WarmHostHook.With(others, hook);
    }

    // Whoever set one of them has his reasons.
    private static bool IsOfTiering(string variable) =>
        Array.Exists(TieringPrefixes, p => variable.StartsWith(p, StringComparison.OrdinalIgnoreCase));

    private static string TestHostIn(string folder, string source)
    {
        var testHost = Path.Combine(folder, "testhost.dll");
        return File.Exists(testHost)
            ? testHost
            : throw new FileNotFoundException(
                $"{testHost} is missing, so no warm host can be started for {source}. Reference Microsoft.NET.Test.Sdk "
                + "in the test project and build it, or choose <Isolation>process</Isolation>.",
                testHost);
    }

    private static void AddIfThere(ProcessStartInfo start, string option, string file)
    {
        if (File.Exists(file))
            AddOption(start, option, file);
    }

    private static void AddOption(ProcessStartInfo start, string option, string value)
    {
        start.ArgumentList.Add(option);
        start.ArgumentList.Add(value);
    }
}
