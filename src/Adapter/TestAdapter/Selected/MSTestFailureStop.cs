using System.Reflection;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;

namespace TestFlock.TestAdapter.Selected;

/// <summary>
/// Keeps MSTest from running more after a failed test. It has a wish to stop that lets class and assembly clean-ups
/// run (from 3.7, for Microsoft.Testing.Platform), which this makes; where it is not to be found, the next test is
/// refused as it begins. MSTest tells of its tests on the thread that runs them, so neither comes too late.
/// </summary>
internal sealed class MSTestFailureStop : IDisposable
{
    private const string Provider = "Microsoft.VisualStudio.TestPlatform.MSTest.TestAdapter.PlatformServiceProvider";
    private const string Wish = "IsGracefulStopRequested";

    private volatile bool _hasFailed;

    /// <summary>Whether a test was kept from running by an exception, which then comes out of the framework.</summary>
    public bool HasRefused { get; private set; }

    public void Hear(TestResult result)
    {
        if (result.Outcome != TestOutcome.Failed || _hasFailed)
            return;
        _hasFailed = true;
        SetWish(true);
    }

    /// <exception cref="OperationCanceledException">A test failed before.</exception>
    public void Begin()
    {
        if (!_hasFailed)
            return;
        HasRefused = true;
        throw new OperationCanceledException("A test of this class failed, and nothing more of it is to run.");
    }

    /// <summary>The framework lives on in a warm host, and must run what comes next.</summary>
    public void Dispose()
    {
        if (_hasFailed)
            SetWish(false);
    }

    private static void SetWish(bool isMade)
    {
        var provider = AppDomain.CurrentDomain.GetAssemblies()
            .Select(assembly => assembly.GetType(Provider)).OfType<Type>()
            .Select(type => type.GetProperty("Instance", BindingFlags.Static | BindingFlags.Public
                | BindingFlags.NonPublic)?.GetValue(null))
            .FirstOrDefault(instance => instance is not null);
        provider?.GetType()
            .GetProperty(Wish, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            ?.SetValue(provider, isMade);
    }
}
