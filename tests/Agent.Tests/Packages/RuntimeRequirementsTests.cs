using TestFlock.Agent.Packages;
using TestFlock.Core.Coordination;

namespace TestFlock.Agent.Tests.Packages;

public sealed class RuntimeRequirementsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testflock-requirements-").FullName;

    private static AgentDescription Agent(int protocol) =>
        new() { Name = "host-1", Slots = 1, Version = "1.0", Protocol = protocol };

    private string Source => Path.Combine(_folder, "Suite.dll");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Of_an_assembly_for_several_frameworks_is_each_in_its_version()
    {
        Write("runtimeconfig", """
            { "runtimeOptions": { "frameworks": [
              { "name": "Microsoft.NETCore.App", "version": "8.0.0" },
              { "name": "Microsoft.AspNetCore.App", "version": "8.1.3" },
              { "name": "Somebody.Else.App", "version": "1.0.0" } ] } }
            """);

        RuntimeRequirements.Of(Source, []).Canonical.ShouldBe("aspnetcore=8;aspnetcore>=8.1;dotnet=8;dotnet>=8.0");
        RuntimeRequirements.Of(Source, [Agent(protocol: 2)]).Canonical.ShouldContain("aspnetcore");
        RuntimeRequirements.Of(Source, [Agent(protocol: 2), Agent(protocol: 1)]).Canonical.ShouldBe("dotnet=8;dotnet>=8.0");
    }

    [Fact]
    public void Of_an_assembly_that_rolls_forward_is_a_newer_version_too()
    {
        Write("runtimeconfig", """
            { "runtimeOptions": { "rollForward": "Major", "framework": { "name": "Microsoft.NETCore.App", "version": "9.0.0-rc.1" } } }
            """);

        RuntimeRequirements.Of(Source, []).Canonical.ShouldBe("dotnet>=9.0");
    }

    [Theory]
    [InlineData("linux-musl-arm64", "arch=arm64;os=linux")]
    [InlineData("win-x64", "arch=x64;os=windows")]
    [InlineData("osx-arm64", "arch=arm64;os=macos")]
    public void Of_an_assembly_for_one_kind_of_machine_is_that(string machine, string expected)
    {
        Write("deps", $$"""{ "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0/{{machine}}" } }""");

        RuntimeRequirements.Of(Source, []).Canonical.ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{ "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" } }""")]
    [InlineData("rubbish")]
    [InlineData("[]")]
    [InlineData("""{ "runtimeTarget": 7 }""")]
    public void Of_files_that_say_nothing_is_nothing(string text)
    {
        Write("deps", text);
        Write("runtimeconfig", text);

        RuntimeRequirements.Of(Source, []).IsEmpty.ShouldBeTrue();
    }

    private void Write(string kind, string text) =>
        File.WriteAllText(Path.Combine(_folder, $"Suite.{kind}.json"), text);
}
