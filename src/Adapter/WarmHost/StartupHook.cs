using System.Reflection;
using System.Runtime.CompilerServices;
using TestFlock.TestAdapter.Warm;
using TestFlock.WarmHost;

#pragma warning disable CA1050 // The runtime looks for this type in no namespace.

/// <summary>
/// Where a warm host begins: the runtime calls it in the process of the platform's test host, before the first line of
/// that, because a slot has named this assembly in the environment. All that tests see of the process is as the
/// platform makes it; what the platform would do before the first test, and never again, is left out.
/// </summary>
/// <remarks>
/// https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md
/// </remarks>
internal static class StartupHook
{
    /// <summary>Returns only when no slot waits for this process, which then is what it would have been.</summary>
    public static void Initialize()
    {
        // What native code in a test host starts still finds the hook in its environment.
        if (Assembly.GetEntryAssembly()?.GetName().Name != "testhost")
            return;
        OutputAssemblies.ResolveFrom(AppContext.BaseDirectory);
        Serve();
    }

    // Apart, so that its assembly is looked for only when it can be found.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Serve()
    {
        // As when the platform's own entry point, which returns nothing, has returned.
        if (WarmStart.TryServe())
            Environment.Exit(Environment.ExitCode);
    }
}
