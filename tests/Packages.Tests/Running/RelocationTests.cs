using TestFlock.Packages.Running;
using SerializedBy = TestFlock.Packages.Tests.Support.Xunit;

namespace TestFlock.Packages.Tests.Running;

public sealed class RelocationTests
{
    [Theory]
    [InlineData("/build/out", "/build/out/Suite.dll", "/cache/1/Suite.dll")]
    [InlineData("/build/out", "/build/out/de/Suite.dll", "/cache/1/de/Suite.dll")]
    [InlineData("C:\\build\\out", "C:\\build\\out\\de\\Suite.dll", "/cache/1/de/Suite.dll")]
    [InlineData("/build/out", "/build/outside/Suite.dll", null)]
    [InlineData("/build/out", "/else/Suite.dll", null)]
    [InlineData("/build/out", null, null)]
    public void TryMove_path_is_found_in_the_new_place(string from, string? path, string? expected)
    {
        new Relocation(from, "/cache/1").TryMove(path, out var moved).ShouldBe(expected is not null);

        moved.ShouldBe(expected);
    }

    [Fact]
    public void Move_assembly_deep_inside_a_serialized_case_gets_path_and_identity_of_the_new_place()
    {
        var move = new Relocation("/build/out", "/cache/1");
        string Case(string assembly) => SerializedBy.Instance(
            "XunitTestCase", "id:" + SerializedBy.Text("case"), "tm:" + SerializedBy.Instance(
                "TestMethod", "tc:" + SerializedBy.Instance("TestClass", "ta:" + assembly)));

        XunitV3Serialization.Move(Case(SerializedBy.Assembly("/build/out/Suite.dll")), move)
            .ShouldBe(Case(SerializedBy.Assembly("/cache/1/Suite.dll")));
    }

    [Fact]
    public void Move_identity_that_somebody_chose_stays()
    {
        var assembly = SerializedBy.Instance(
            "A", "ap:" + SerializedBy.Text("/build/out/S.dll"), "id:" + SerializedBy.Text("chosen"));

        XunitV3Serialization.Move(assembly, new Relocation("/build/out", "/c"))
            .ShouldBe(
                SerializedBy.Instance("A", "ap:" + SerializedBy.Text("/c/S.dll"), "id:" + SerializedBy.Text("chosen")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-3")]
    [InlineData("-3:rubbish")]
    [InlineData("-3:AAAA:!!!")]
    [InlineData("-3:AAAA:AAAA")]
    [InlineData("0:L2J1aWxkL291dA==")]
    [InlineData("[]:L2J1aWxkL291dA==")]
    public void Move_what_is_no_serialized_assembly_stays(string text) =>
        XunitV3Serialization.Move(text, new Relocation("/build/out", "/c")).ShouldBe(text);

    [Fact]
    public void Move_data_of_a_test_stays_though_it_names_the_folder()
    {
        var test = SerializedBy.Instance("XunitTestCase", "a:" + SerializedBy.Text("/build/out/data.json"));

        XunitV3Serialization.Move(test, new Relocation("/build/out", "/c")).ShouldBe(test);
    }
}
