using System.Diagnostics;
using System.Reflection;

namespace TestFlock.TestAdapter.Warm;

/// <summary>
/// What MSTest adds anew for each call and leaves there: in a process of one call it does no harm, in a warm host what
/// a test traces or logs would be in its output once for each call so far. Only the last of each is kept; listeners of
/// tests are none of ours.
/// </summary>
internal static class StaleListeners
{
    private const string Adapter = "MSTestAdapter.PlatformServices";
    private const string LoggerType = "Microsoft.VisualStudio.TestTools.UnitTesting.Logging.Logger";
    private const string LoggerEvent = "OnLogMessage";

    private static readonly Lazy<FieldInfo?> LogHandlers = new(FindLogHandlers);

    /// <summary>To be called when MSTest has added what it adds, and no test has run.</summary>
    public static void Remove()
    {
        var tracing = Trace.Listeners.OfType<TextWriterTraceListener>().Where(IsOfAdapter).ToArray();
        foreach (var stale in tracing.SkipLast(1))
            Trace.Listeners.Remove(stale);
        if (LogHandlers.Value is not { } field || field.GetValue(null) is not Delegate all)
            return;
        foreach (var stale in all.GetInvocationList().Where(h => IsOfAdapter(h.Method.DeclaringType)).SkipLast(1))
            all = Delegate.Remove(all, stale)!;
        field.SetValue(null, all);
    }

    private static bool IsOfAdapter(TextWriterTraceListener listener) => IsOfAdapter(listener.Writer?.GetType());

    private static bool IsOfAdapter(Type? type) =>
        type?.Assembly.GetName().Name?.EndsWith(Adapter, StringComparison.Ordinal) == true;

    // The event's own field: nobody else knows who listens.
    private static FieldInfo? FindLogHandlers() =>
        AppDomain.CurrentDomain.GetAssemblies()
            .Select(a => a.GetType(LoggerType))
            .OfType<Type>()
            .Select(t => t.GetField(LoggerEvent, BindingFlags.Static | BindingFlags.NonPublic))
            .FirstOrDefault();
}
