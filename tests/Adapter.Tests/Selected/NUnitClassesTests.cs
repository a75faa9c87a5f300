using TestFlock.TestAdapter.Selected;

namespace TestFlock.TestAdapter.Tests.Selected;

public sealed class NUnitClassesTests
{
    private static readonly NUnitClasses Classes =
        new(["N.One", "N.Two", "N.Two+Inner", "N.Generic`1", "N.Generic`2", "Global"]);

    [Theory]
    [InlineData("N.One.Test", "N.One")]
    [InlineData("N.One.Test(\"N.Two.Test\")", "N.One")]
    [InlineData("N.One(\"a.b\").Test", "N.One")]
    [InlineData("N.One.a name with dots. and more", "N.One")]
    [InlineData("N.Two+Inner.Test", "N.Two+Inner")]
    [InlineData("Global.Test", "Global")]
    public void Find_a_test_that_begins_with_its_class_finds_it(string test, string expected) =>
        Classes.Find([test]).ShouldBe([expected]);

    [Fact]
    public void Find_a_test_of_a_generic_class_finds_all_that_are_called_so() =>
        Classes.Find(["N.Generic<Int32>.Test"]).ShouldBe(["N.Generic`1", "N.Generic`2"], ignoreOrder: true);

    [Fact]
    public void Find_several_tests_names_each_class_once() =>
        Classes.Find(["N.One.A", "N.Two.A", "N.One.B", "N.One.C(1)"]).ShouldBe(["N.One", "N.Two"], ignoreOrder: true);

    [Fact]
    public void Find_a_class_whose_name_begins_like_another_keeps_them_apart() =>
        Classes.Find(["N.Two.A", "N.Two+Inner.A"]).ShouldBe(["N.Two", "N.Two+Inner"], ignoreOrder: true);

    [Theory]
    [InlineData("a given name")]
    [InlineData("N.Three.Test")]
    [InlineData("(N.One.Test)")]
    [InlineData("")]
    public void Find_a_test_that_begins_with_no_class_finds_nothing(string test) =>
        Classes.Find(["N.One.Test", test]).ShouldBeNull();

    [Fact]
    public void Of_an_assembly_without_NUnit_is_null() =>
        NUnitClasses.Of(typeof(NUnitClassesTests).Assembly.Location).ShouldBeNull();

    [Fact]
    public void Of_what_is_no_assembly_is_null() => NUnitClasses.Of(Path.GetTempPath()).ShouldBeNull();
}
