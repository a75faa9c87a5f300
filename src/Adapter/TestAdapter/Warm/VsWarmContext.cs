using System.Xml.Linq;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter.Warm;

/// <summary>
/// The run as the platform would tell it to a framework that has no settings provider, no filter and no collector.
/// </summary>
internal sealed class VsWarmContext(string settingsXml) : IRunContext, IRunSettings
{
    private readonly Lazy<XElement?> _configuration =
        new(() => XDocument.Parse(settingsXml).Root?.Element("RunConfiguration"));

    public IRunSettings RunSettings => this;

    public string SettingsXml => settingsXml;

    public bool KeepAlive => false;

    public bool InIsolation => false;

    public bool IsDataCollectionEnabled => false;

    public bool IsBeingDebugged => false;

    public string? TestRunDirectory => Expanded("ResultsDirectory");

    public string? SolutionDirectory =>
        Expanded("SolutionDirectory") is { } folder && Directory.Exists(folder) ? folder : null;

    // Of the frameworks' adapters the platform takes discoverers and executors alone.
    public ISettingsProvider? GetSettings(string? settingsName) => null;

    // Which tests run, the slot says.
    public ITestCaseFilterExpression? GetTestCaseFilter(
        IEnumerable<string>? supportedProperties, Func<string, TestProperty?> propertyProvider) => null;

    private string? Expanded(string name) =>
        _configuration.Value?.Element(name)?.Value is { Length: > 0 } text
            ? Environment.ExpandEnvironmentVariables(text)
            : null;
}
