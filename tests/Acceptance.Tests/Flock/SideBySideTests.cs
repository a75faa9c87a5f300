using TestFlock.Acceptance.Tests.Interception;
using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Flock;

/// <summary>The projects of a solution run side by side, each with a coordinator of its own, on one machine.</summary>
public sealed class SideBySideTests
{
    private const int Slots = 2;

    [Fact]
    public async Task Projects_of_a_solution_share_the_slots_of_the_machine()
    {
        using var workspace = await Workspace.CreateAsync();
        var room = Directory.CreateDirectory(Path.Combine(workspace.Folder, "room")).FullName;
        foreach (var framework in new[] { FrameworkVersion.NUnit6, FrameworkVersion.XunitV2, FrameworkVersion.MSTest4 })
            Visitors(workspace, framework).Save();
        workspace.Write(
            "All.slnx",
            """
            <Solution>
              <Project Path="InNUnit/InNUnit.csproj" />
              <Project Path="InXunit/InXunit.csproj" />
              <Project Path="InMSTest/InMSTest.csproj" />
            </Solution>
            """);
        workspace.Write(
            "flock.runsettings",
            $"""
            <RunSettings>
              <RunConfiguration>
                <EnvironmentVariables><ROOM>{room}</ROOM></EnvironmentVariables>
              </RunConfiguration>
              <TestFlock><Slots>{Slots}</Slots><Unit>test</Unit></TestFlock>
            </RunSettings>
            """);

        var run = await workspace.DotnetAsync("test", "All.slnx", "--settings", "flock.runsettings", "-maxcpucount:3");

        run.ShouldSucceed().Lines.Count(
            line => line.Contains("Failed:     0, Passed:     4, Skipped:     0, Total:     4"))
            .ShouldBe(3, run.ToString());
        // How many tests met in the room, in all the moments when one looked around.
        FolderContent.Of(room).Select(Path.GetFileNameWithoutExtension).Select(int.Parse!).Max().ShouldBe(
            Slots, run.ToString());
    }

    private static TestProject Visitors(Workspace workspace, FrameworkVersion framework)
    {
        var (name, @class, method) = framework.Name switch
        {
            ['N', ..] => ("InNUnit", "", "[NUnit.Framework.Test]"),
            ['x', ..] => ("InXunit", "", "[Xunit.Fact]"),
            _ => ("InMSTest", "[Microsoft.VisualStudio.TestTools.UnitTesting.TestClass]",
                "[Microsoft.VisualStudio.TestTools.UnitTesting.TestMethod]"),
        };
        var methods = string.Concat(
            Enumerable.Range(1, 4).Select(n => $"{method} public void Visit{n}() => Room.Visit(); "));
        return framework.AddPackages(new TestProject(workspace, name) { UsesTestFlock = true })
            .Write("Room.cs", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Flock", "Suites", "Room.cs")))
            .Write("Visitors.cs", $"{@class} public class {name}Visitors {{ {methods}}}");
    }
}
