using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter.Tests.Interception;

internal sealed class FakeRunContext(string? settingsXml, bool isBeingDebugged) : IRunContext, IRunSettings
{
    public IRunSettings? RunSettings => this;

    public string? SettingsXml => settingsXml;

    public bool IsBeingDebugged => isBeingDebugged;

    public bool KeepAlive => false;

    public bool InIsolation => false;

    public bool IsDataCollectionEnabled => false;

    public string? TestRunDirectory => null;

    public string? SolutionDirectory => null;

    public ISettingsProvider? GetSettings(string? settingsName) => null;

    public ITestCaseFilterExpression? GetTestCaseFilter(
        IEnumerable<string>? supportedProperties, Func<string, TestProperty?> propertyProvider) => null;
}
