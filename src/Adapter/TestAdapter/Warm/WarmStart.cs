using System.Reflection;

namespace TestFlock.TestAdapter.Warm;

/// <summary>
/// Begins a warm host in a process of the platform's test host in which no line of the platform has run yet.
/// </summary>
/// <remarks>
/// The platform reads its command line, connects to its console, agrees on a protocol, looks for extensions and asks
/// each for the tests it knows, all once: about a fifth of what a host of a dozen tests takes of the processor. What
/// of that a test can see is done here.
/// </remarks>
internal static class WarmStart
{
    private const string TraceListener = "Microsoft.VisualStudio.TestPlatform.TestHost.TestHostTraceListener";

    /// <summary>
    /// Runs what the slot asks for, until it lets the host go; false, at once, when no slot started this process.
    /// </summary>
    /// <exception cref="InvalidDataException">The slot tells no run settings, which all that start a host so do.</exception>
    public static bool TryServe() => WarmProcess.TryServe(welcome =>
    {
        FailByException();
        return new VsWarmContext(
            welcome.SettingsXml ?? throw new InvalidDataException("The slot's welcome holds no run settings."));
    });

    // A failed Debug.Assert throws in a test host, and does not end it; which versions of the platform do so, they know.
    private static void FailByException() =>
        Assembly.GetEntryAssembly()?.GetType(TraceListener)
            ?.GetMethod("Setup", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            ?.Invoke(null, null);
}
