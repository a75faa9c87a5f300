using System.Diagnostics.CodeAnalysis;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter.Selected;

/// <summary>The platform's context, with other settings for the framework.</summary>
/// <param name="inner">The platform's.</param>
/// <param name="settingsXml">The other settings.</param>
/// <param name="filterAsked">Called before the framework is given the filter.</param>
internal sealed class VsContext(IRunContext inner, string settingsXml, Action? filterAsked = null)
    : IRunContext, IRunSettings
{
    public IRunSettings RunSettings => this;

    public string SettingsXml => settingsXml;

    public bool KeepAlive => inner.KeepAlive;

    public bool InIsolation => inner.InIsolation;

    public bool IsDataCollectionEnabled => inner.IsDataCollectionEnabled;

    public bool IsBeingDebugged => inner.IsBeingDebugged;

    public string? TestRunDirectory => inner.TestRunDirectory;

    public string? SolutionDirectory => inner.SolutionDirectory;

    public ISettingsProvider? GetSettings([NotNullWhen(true)] string? settingsName) =>
        inner.RunSettings?.GetSettings(settingsName);

    public ITestCaseFilterExpression? GetTestCaseFilter(
        IEnumerable<string>? supportedProperties, Func<string, TestProperty?> propertyProvider)
    {
        // What surrounds this context comes first.
        var filter = inner.GetTestCaseFilter(supportedProperties, propertyProvider);
        filterAsked?.Invoke();
        return filter;
    }
}
