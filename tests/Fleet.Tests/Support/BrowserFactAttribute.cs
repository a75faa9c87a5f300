namespace TestFlock.Fleet.Tests.Support;

/// <summary>A test that is skipped, with the reason, where no Chromium is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() =>
        Skip = Browser.Program is null ? "No Chromium is installed; build/browser/install.sh installs Debian's." : null;
}
