using TestFlock.Agent.Starting;
using TestFlock.Core.Settings;

namespace TestFlock.Agent.Tests.Starting;

/// <summary>What <c>testflock init</c> writes, and what it leaves alone.</summary>
public sealed class InitTests : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">

          <!-- Ours. -->
          <ItemGroup>
            <PackageReference Include="NUnit" Version="4.6.1" />
            <PackageReference Include="NUnit3TestAdapter" Version="6.3.1"/>
          </ItemGroup>
        </Project>

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("testflock-init-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Add_project_changesOneLineAndAgainNothing()
    {
        var path = Write("Shop.Tests.csproj", Project);

        PackageReference.Add(TestProjectFile.Find(_folder), "1.2.3").ShouldBe(
            ["Shop.Tests.csproj refers to TestFlock.TestAdapter now."]);

        var after = File.ReadAllText(path);
        var added = after.Split('\n').Except(Project.Split('\n')).ToArray();
        added.ShouldBe(["    <PackageReference Include=\"TestFlock.TestAdapter\" Version=\"1.2.3\" />"]);
        after.Split('\n').Length.ShouldBe(Project.Split('\n').Length + 1);
        PackageReference.Add(TestProjectFile.Find(path), "1.2.3").ShouldBe(
            ["Shop.Tests.csproj refers to TestFlock.TestAdapter already."]);
        File.ReadAllText(path).ShouldBe(after);
    }

    [Fact]
    public void Add_versionsInOnePlace_writesTheVersionThere()
    {
        var central = Write(
            "Directory.Packages.props",
            "<Project>\r\n  <PropertyGroup>\r\n    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>\r\n"
            + "  </PropertyGroup>\r\n</Project>\r\n");
        var path = Write("tests/Shop.Tests.csproj", Project);

        PackageReference.Add(TestProjectFile.Find(path), "1.2.3");

        File.ReadAllText(path).ShouldContain("    <PackageReference Include=\"TestFlock.TestAdapter\" />\n");
        File.ReadAllText(central).ShouldContain(
            "  <ItemGroup>\r\n    <PackageVersion Include=\"TestFlock.TestAdapter\" Version=\"1.2.3\" />\r\n  </ItemGroup>\r\n"
            + "</Project>");
    }

    [Theory]
    [InlineData("<Project><PropertyGroup><EnableNUnitRunner>true</EnableNUnitRunner></PropertyGroup></Project>",
        "runs its tests on Microsoft.Testing.Platform")]
    [InlineData("<Project Sdk=\"Microsoft.NET.Sdk\" />", "it is no test project")]
    [InlineData("<Project>", "cannot be read")]
    public void Add_unfit_isRefusedAndLeftAlone(string project, string why)
    {
        var path = Write("Shop.Tests.csproj", project);

        Should.Throw<InvalidDataException>(() => PackageReference.Add(TestProjectFile.Find(path), "1.2.3"))
            .Message.ShouldContain(why);

        File.ReadAllText(path).ShouldBe(project);
    }

    [Fact]
    public void Find_severalProjects_namesThem()
    {
        Write("A.csproj", Project);
        Write("B.csproj", Project);

        var refusal = Should.Throw<InvalidDataException>(() => TestProjectFile.Find(_folder)).Message;

        refusal.ShouldContain("A.csproj");
        refusal.ShouldContain("B.csproj");
    }

    [Fact]
    public void Write_settings_canBeReadAndStay()
    {
        StartingSettings.Write(_folder).ShouldContain("is written");
        var path = StartingSettings.PathIn(_folder);
        var reading = new FlockSettingsReader(_ => null).Read(File.ReadAllText(path), isAsWritten: true);
        reading.Errors.ShouldBeEmpty();
        reading.Warnings.ShouldBeEmpty();
        reading.Settings.ShouldNotBeNull().Broker.ShouldBeNull();

        File.WriteAllText(path, "mine");
        StartingSettings.Write(_folder).ShouldContain("is there already");
        File.ReadAllText(path).ShouldBe("mine");
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
