using System.Xml.Linq;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter.Flock.Preview.NUnit;

/// <summary>
/// The run's context as the executor sees it in a dry run. The executor asks it for the filter after it has made its
/// engine and before it uses it, which is the moment to put the stand-in there.
/// </summary>
internal sealed class NUnitDryContext(IRunContext context, Action replaceEngine) : IRunContext
{
    public IRunSettings? RunSettings { get; } = context.RunSettings is { } settings ? new DrySettings(settings) : null;

    public bool KeepAlive => context.KeepAlive;

    public bool InIsolation => context.InIsolation;

    public bool IsDataCollectionEnabled => context.IsDataCollectionEnabled;

    public bool IsBeingDebugged => context.IsBeingDebugged;

    public string? TestRunDirectory => context.TestRunDirectory;

    public string? SolutionDirectory => context.SolutionDirectory;

    public ITestCaseFilterExpression? GetTestCaseFilter(
        IEnumerable<string>? supportedProperties, Func<string, TestProperty?> propertyProvider)
    {
        replaceEngine();
        return context.GetTestCaseFilter(supportedProperties, propertyProvider);
    }

    /// <summary>Whether NUnit is asked for a result file of its own.</summary>
    public static bool HasOutput(IRunContext context) =>
        context.RunSettings?.SettingsXml is { Length: > 0 } settings && Outputs(XDocument.Parse(settings)).Any();

    private static IEnumerable<XElement> Outputs(XDocument settings) =>
        settings.Root?.Elements("NUnit").Elements("TestOutputXml") ?? [];

    // A dry run must not write a result file that says nothing ran.
    private sealed class DrySettings(IRunSettings settings) : IRunSettings
    {
        public string? SettingsXml { get; } = WithoutOutput(settings.SettingsXml);

        public ISettingsProvider? GetSettings(string? settingsName) => settings.GetSettings(settingsName);

        private static string? WithoutOutput(string? settingsXml)
        {
            if (string.IsNullOrWhiteSpace(settingsXml))
                return settingsXml;

            var document = XDocument.Parse(settingsXml);
            Outputs(document).Remove();
            return document.ToString();
        }
    }
}
