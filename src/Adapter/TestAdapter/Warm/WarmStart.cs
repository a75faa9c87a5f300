using System.Reflection;

namespace TestFlock.TestAdapter.Warm;

/// <summary>
/// Begins a warm host in a process of the platform's test host in which no line of the platform has run yet.
/// </summary>
/// <remarks>
/// The platform reads its command line, connects to its console, agrees on a protocol, looks for extensions and asks
/// each for the tests it knows, all for one run. What of that a test can see is done here; docs/decisions/0012 has the
/// figures.
/// </remarks>
internal static class WarmStart
{
    private const BindingFlags Any =
        BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>
    /// Runs what the slot asks for, until it lets the host go; false, at once, when no slot started this process.
    /// </summary>
    /// <exception cref="InvalidDataException">The slot tells no run settings, which all that start a host so do.</exception>
    public static bool TryServe() => WarmProcess.TryServe(welcome =>
    {
        // The language of messages, by DOTNET_CLI_UI_LANGUAGE or VSLANG; and a failed Debug.Assert is an exception, not
        // the end of the process. Each version of the platform knows what it does.
        DoAsPlatform("Execution.UiLanguageOverride", "SetCultureSpecifiedByUser");
        DoAsPlatform("TestHost.TestHostTraceListener", "Setup");
        return new VsWarmContext(
            welcome.SettingsXml ?? throw new InvalidDataException("The slot's welcome holds no run settings."));
    });

    private static void DoAsPlatform(string type, string method)
    {
        var platform = Assembly.GetEntryAssembly()?.GetType($"Microsoft.VisualStudio.TestPlatform.{type}");
        if (platform?.GetMethod(method, Any, []) is { } step)
            step.Invoke(step.IsStatic ? null : Activator.CreateInstance(platform), null);
    }
}
