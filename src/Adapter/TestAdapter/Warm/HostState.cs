using System.Collections;
using System.Globalization;

namespace TestFlock.TestAdapter.Warm;

/// <summary>
/// What tests change for the whole process and can be put back: current directory, cultures, environment variables and
/// where the console writes to, as they were before the first test. Static fields, threads and what lies in files stay
/// as the tests left them; docs/decisions says why.
/// </summary>
internal sealed class HostState
{
    private readonly string _directory = Environment.CurrentDirectory;
    private readonly CultureInfo? _culture = CultureInfo.DefaultThreadCurrentCulture;
    private readonly CultureInfo? _uiCulture = CultureInfo.DefaultThreadCurrentUICulture;
    private readonly Dictionary<string, string> _variables = Variables();
    private readonly ConsoleWriters _console = new();

    public void BeginSelection() => _console.BeginSelection();

    /// <summary>The framework is ready, and no test has run.</summary>
    public void BeginTests()
    {
        _console.BeginTests();
        StaleListeners.Remove();
    }

    /// <summary>What cannot be put back, since it is gone (a deleted directory), is left.</summary>
    public void Restore()
    {
        if (Directory.Exists(_directory))
            Environment.CurrentDirectory = _directory;
        CultureInfo.DefaultThreadCurrentCulture = _culture;
        CultureInfo.DefaultThreadCurrentUICulture = _uiCulture;
        RestoreVariables();
        _console.Restore();
    }

    private void RestoreVariables()
    {
        var now = Variables();
        foreach (var name in now.Keys.Except(_variables.Keys))
            Environment.SetEnvironmentVariable(name, null);
        foreach (var (name, value) in _variables)
        {
            if (now.GetValueOrDefault(name) != value)
                Environment.SetEnvironmentVariable(name, value);
        }
    }

    private static Dictionary<string, string> Variables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(v => (string)v.Key, v => (string?)v.Value ?? "", StringComparer.Ordinal);
}
