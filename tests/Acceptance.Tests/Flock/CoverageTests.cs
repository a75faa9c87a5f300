using System.Xml.Linq;
using TestFlock.Acceptance.Tests.Interception;
using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Flock;

public sealed class CoverageTests
{
    private const string Suite =
        """
        using NUnit.Framework;

        public static class Product
        {
            public static int One() => 1;
            public static int Two() => 2;
            public static int Never() => 3;
        }

        public class FirstTests
        {
            [Test]
            public void Calls_one() => Assert.That(Product.One(), Is.EqualTo(1));
        }

        public class SecondTests
        {
            [Test]
            public void Calls_two() => Assert.That(Product.Two(), Is.EqualTo(2));
        }
        """;

    private const string Collector =
        """
        <DataCollectionRunSettings>
          <DataCollectors>
            <DataCollector friendlyName="XPlat Code Coverage">
              <Configuration><IncludeTestAssembly>true</IncludeTestAssembly></Configuration>
            </DataCollector>
          </DataCollectors>
        </DataCollectionRunSettings>
        """;

    [Fact]
    public async Task Coverage_of_a_flock_is_the_native_one_in_one_report()
    {
        using var workspace = await Workspace.CreateAsync();
        workspace.Write("native.runsettings", $"<RunSettings>{Collector}</RunSettings>");
        workspace.Write(
            "flock.runsettings",
            $"<RunSettings>{Collector}<TestFlock><Slots>2</Slots><Isolation>process</Isolation><Unit>test</Unit></TestFlock></RunSettings>");
        var project = FrameworkVersion.NUnit6.AddPackages(new TestProject(workspace, "Suite") { UsesTestFlock = true });
        project.With("coverlet.collector", "6.0.4").Write("Suite.cs", Suite).Save();
        (await project.BuildAsync()).ShouldSucceed();

        var native = await RunAsync(project, "native.runsettings");
        var flock = await RunAsync(project, "flock.runsettings");

        flock.Results.Count.ShouldBe(2, flock.ToString());
        flock.Command.Output.ShouldNotContain("rror");
        Covered(flock).ShouldBe(Covered(native));
        Covered(native).ShouldContain(line => line.StartsWith("Product", StringComparison.Ordinal)
            && !line.EndsWith(" 0", StringComparison.Ordinal));
    }

    // By the project: its build knows where the collector is.
    private static Task<TestRun> RunAsync(TestProject project, string settings) => project.TestProjectAsync(
        "--no-build", "--collect", "XPlat Code Coverage", "--settings", settings);

    private static string[] Covered(TestRun run)
    {
        // A TRX report keeps a copy.
        var report = Directory.EnumerateDirectories(run.ResultsFolder)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "coverage.cobertura.xml"))
            .ShouldHaveSingleItem(run.ToString());
        return [.. XDocument.Load(report).Descendants("class")
            .SelectMany(type => type.Elements("lines").Elements("line"), (type, line) =>
                $"{type.Attribute("name")!.Value}:{line.Attribute("number")!.Value} {line.Attribute("hits")!.Value}")
            .Order(StringComparer.Ordinal)];
    }
}
