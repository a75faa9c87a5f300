using System.Collections;
using TestFlock.Contracts;

namespace TestFlock.Execution.Calls;

/// <summary>
/// The environment of a call: all of this process's, or only what a machine and its .NET need; the run's variables
/// over it.
/// </summary>
internal static class CallEnvironment
{
    private static readonly string[] OfTheMachine =
    [
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "TZ", "TMPDIR", "DISPLAY", "XDG_RUNTIME_DIR",
        "XAUTHORITY", "TEMP", "TMP", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "USERPROFILE",
        "USERNAME", "USERDOMAIN", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES", "PROGRAMFILES(X86)",
        "PROGRAMW6432", "COMMONPROGRAMFILES",
        "HOMEDRIVE", "HOMEPATH", "ALLUSERSPROFILE", "PUBLIC", "OS", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE",
        "SSL_CERT_FILE", "SSL_CERT_DIR", "LD_LIBRARY_PATH",
    ];

    private static readonly string[] PrefixesOfTheMachine = ["LC_", "DOTNET_"];

    // What data collectors set for the test host that asked for this run, and will set anew for the call's own test
    // host.
    private static readonly string[] PrefixesOfCollectors =
    [
        "CORECLR_ENABLE_PROFILING", "CORECLR_PROFILER", "COR_ENABLE_PROFILING", "COR_PROFILER",
        "MicrosoftInstrumentationEngine_", "CODE_COVERAGE_", "DOTNET_DbgEnableMiniDump", "DOTNET_DbgMiniDump",
        "COMPlus_DbgEnableMiniDump", "COMPlus_DbgMiniDump",
    ];

    /// <param name="manifest">Says what of it the tests get.</param>
    /// <param name="own">This process's environment.</param>
    public static Dictionary<string, string> For(RunManifest manifest, IDictionary own)
    {
        var names = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var result = new Dictionary<string, string>(names);
        var hasCollectors = manifest.SettingsXml.Contains("<DataCollectionRunSettings", StringComparison.Ordinal);
        foreach (DictionaryEntry variable in own)
        {
            var name = (string)variable.Key;
            if ((manifest.InheritsEnvironment || IsOfTheMachine(name))
                && !(hasCollectors && HasPrefix(name, PrefixesOfCollectors)))
                result[name] = (string?)variable.Value ?? "";
        }

        foreach (var (name, value) in manifest.Variables)
            result[name] = value;
        return result;
    }

    private static bool IsOfTheMachine(string name) =>
        OfTheMachine.Contains(name, StringComparer.OrdinalIgnoreCase) || HasPrefix(name, PrefixesOfTheMachine);

    private static bool HasPrefix(string name, string[] prefixes) =>
        Array.Exists(prefixes, p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));
}
