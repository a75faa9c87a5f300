namespace TestFlock.Architecture.Tests;

/// <summary>Arrows point one way: what a layer may import is a list, and everything else is a defect.</summary>
public sealed class LayerTests
{
    private static readonly string[] Framework =
        ["System.", "Microsoft.Extensions.", "Microsoft.Win32.", "netstandard", "mscorlib"];

    [Theory]
    [InlineData("Contracts")]
    [InlineData("Core", "TestFlock.Contracts")]
    [InlineData("Execution", "TestFlock.Contracts", "TestFlock.Core", "Microsoft.Diagnostics.Runtime")]
    [InlineData("Local", "TestFlock.Contracts", "TestFlock.Core")]
    [InlineData("Packages", "TestFlock.Contracts", "TestFlock.Core")]
    [InlineData("RabbitMq", "TestFlock.Contracts", "TestFlock.Core", "RabbitMQ.Client")]
    [InlineData("Redis", "TestFlock.Contracts", "TestFlock.Core", "StackExchange.Redis")]
    [InlineData("Allure", "TestFlock.Contracts", "TestFlock.Core")]
    [InlineData("Adapter/TestAdapter", "TestFlock.Contracts", "Microsoft.VisualStudio.TestPlatform.ObjectModel")]
    [InlineData("Adapter/WarmHost", "TestFlock.TestAdapter")]
    [InlineData("Adapter/TestLogger", "TestFlock.Contracts", "Microsoft.VisualStudio.TestPlatform.ObjectModel")]
    [InlineData(
        "Agent",
        "TestFlock.Contracts",
        "TestFlock.Core",
        "TestFlock.Execution",
        "TestFlock.Local",
        "TestFlock.Packages",
        "TestFlock.RabbitMq",
        "TestFlock.Redis",
        "TestFlock.Allure",
        "System.CommandLine",
        "Spectre.Console",
        "OpenTelemetry",
        "Microsoft.AspNetCore")]
    public void A_layer_imports_only_what_its_place_allows(string project, params string[] allowed)
    {
        var assembly = BuiltAssembly.Read(project);

        var strangers = assembly.References.Where(
            r => !Framework.Concat(allowed).Any(a => r == a || r.StartsWith(a, StringComparison.Ordinal)));

        strangers.ShouldBeEmpty($"{assembly.Name} may import {string.Join(", ", allowed)}");
    }

    [Theory]
    [InlineData("Contracts")]
    [InlineData("Adapter/TestAdapter")]
    [InlineData("Adapter/WarmHost")]
    [InlineData("Adapter/TestLogger")]
    public void What_is_loaded_into_a_test_process_brings_no_library_along(string project) =>
        BuiltAssembly.Read(project).References.ShouldNotContain(
            r => r.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));
}
