using TestFlock.Core.Planning;

namespace TestFlock.Core.Tests.Planning;

public class TestPlacesTests
{
    /// <summary>
    /// As the adapters gave them for the hostile corpora and for nested, generic and parameterized fixtures.
    /// </summary>
    public static TheoryData<string, string?, string?, string, string> NUnitNames { get; } = new()
    {
        { "My.Ns.Plain.A", "My.Ns.Plain", "A", "My.Ns.Plain", "A" },
        { "HomelessTests.Has_no_namespace", "HomelessTests", "Has_no_namespace", "HomelessTests", "Has_no_namespace" },
        { "HomelessTests+Nested.Is_nested", "HomelessTests+Nested", "Is_nested", "HomelessTests+Nested", "Is_nested" },
        { "My.Ns.Heir.Inherited", "My.Ns.Base", "Inherited", "My.Ns.Heir", "Inherited" },
        { "My.Ns.Heir.Inherited(1)", "My.Ns.GenericBase`1", "Inherited", "My.Ns.Heir", "Inherited" },
        { "My.Ns.P(1).M", "My.Ns.P", "M", "My.Ns.P", "M" },
        { "My.Ns.P(1,\"one\").R(1)", "My.Ns.P", "R", "My.Ns.P", "R" },
        { "My.Ns.P(\"a.b)(\\\"x\\\".M\").M(\"c.d\")", "My.Ns.P", "M", "My.Ns.P", "M" },
        { "My.Ns.P(')').M", "My.Ns.P", "M", "My.Ns.P", "M" },
        { "My.Ns.P(\"<a>List<int></a> <![CDATA[x]]> <!-- y...\").Knows", "My.Ns.P", "Knows", "My.Ns.P", "Knows" },
        { "My.Ns.Plain.Gen<Int32>(1)", "My.Ns.Plain", "Gen", "My.Ns.Plain", "Gen" },
        { "My.Ns.Plain.Rows(1,\"a\\\"b(.x)\")", "My.Ns.Plain", "Rows", "My.Ns.Plain", "Rows" },
        { "My.Ns.Plain.Rows(\"unclosed", "My.Ns.Plain", "Rows", "My.Ns.Plain", "Rows" },
        { "My.Ns.Outer+Inner.In", "My.Ns.Outer+Inner", "In", "My.Ns.Outer+Inner", "In" },
        { "My.Ns.Outer+G<Int32>.In", "My.Ns.Outer+G`1", "In", "My.Ns.Outer+G", "In" },
        { "My.Ns.GO<Int32>.O", "My.Ns.GO`1", "O", "My.Ns.GO", "O" },
        { "My.Ns.GO<Int32>+NG<String>.In", "My.Ns.GO`1+NG`1", "In", "My.Ns.GO+NG", "In" },
        { "My.Ns.GO<Dictionary<String,Int32[]>>.O", "My.Ns.GO`1", "O", "My.Ns.GO", "O" },
        { "My.Ns.GO<Double,String>(1.5d,\"b\").O", "My.Ns.GO`2", "O", "My.Ns.GO", "O" },
        { "My.Ns.Ünïcode_Tests.Prüft_日本語", "My.Ns.Ünïcode_Tests", "Prüft_日本語", "My.Ns.Ünïcode_Tests", "Prüft_日本語" },
        { "My.Ns.Plain.odd (name). here", "My.Ns.Plain", "Rows", "My.Ns.Plain", "Rows" },
        { "My.Ns.Plain.say \"hi\", 'bye' and `tick`", "My.Ns.Plain", "Rows", "My.Ns.Plain", "Rows" },
        { "My.Ns.Plain.", "My.Ns.Plain", "Rows", "My.Ns.Plain", "Rows" },
        { "My.Ns.Plain.a\u0001b\n\ud800", "My.Ns.Plain", "Rows", "My.Ns.Plain", "Rows" },
    };

    [Theory]
    [MemberData(nameof(NUnitNames))]
    public void Of_NUnit_case_finds_class_and_method(
        string name, string? className, string? method, string expectedClass, string expectedMethod)
    {
        TestPlaces.Of(TestCases.NUnit(name, className, method), text => text == expectedClass)
            .ShouldSatisfyAllConditions(
                place => place.Class.ShouldBe(expectedClass),
                place => place.Method.ShouldBe(expectedMethod));
    }

    [Theory]
    [MemberData(nameof(NUnitNames))]
    public void Of_NUnit_case_without_the_assembly_finds_the_class_by_its_text(
        string name, string? className, string? method, string expectedClass, string expectedMethod)
    {
        var place = TestPlaces.Of(TestCases.NUnit(name, className, method), isClass: null);

        place.Class.ShouldBe(expectedClass);
        place.Method.ShouldBe(expectedMethod);
    }

    [Theory]
    [InlineData("My.Ns.Plain.A", "My.Ns.Plain", "A")]
    [InlineData("My.Ns.P(1).R(1)", "My.Ns.P", "R")]
    [InlineData("My.Ns.GO<Int32>+NG<String>.In", "My.Ns.GO+NG", "In")]
    [InlineData("My.Ns.Plain.Gen<Int32>(1)", "My.Ns.Plain", "Gen")]
    [InlineData("My.Ns.Plain.odd (name). here", "My.Ns.Plain", "odd (name). here")]
    [InlineData("My.Ns.Plain.odd(name).here", "My.Ns.Plain", "odd")]
    [InlineData("My.Ns.Plain.Plain.M(1)", "My.Ns.Plain", "Plain.M(1)")]
    public void Of_case_of_an_older_NUnit_adapter_finds_what_the_assembly_knows(
        string name, string expectedClass, string expectedMethod)
    {
        var place = TestPlaces.Of(TestCases.NUnit(name), text => text == expectedClass);

        place.Class.ShouldBe(expectedClass);
        place.Method.ShouldBe(expectedMethod);
    }

    [Theory]
    [InlineData("My.Ns.Plain", "One", "My.Ns.Plain", "One")]
    [InlineData("My.Ns.Outer+Inner", "In(System.String)", "My.Ns.Outer+Inner", "In")]
    [InlineData("My.Ns.Plain", "Gen`1(!!0)", "My.Ns.Plain", "Gen")]
    [InlineData("My.Ns.Of`1+Inner`2", "In", "My.Ns.Of+Inner", "In")]
    [InlineData("My.Ns.'odd type'", "'odd.method'(System.Int32)", "My.Ns.odd type", "'odd.method'(System.Int32)")]
    public void Of_case_with_managed_names_takes_them(
        string type, string method, string expectedClass, string expectedMethod)
    {
        foreach (var test in new[] { TestCases.Xunit(type, method), TestCases.MsTest(type, method) })
        {
            var place = TestPlaces.Of(test, isClass: null);
            place.Class.ShouldBe(expectedClass);
            place.Method.ShouldBe(expectedMethod);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("...")]
    [InlineData("(")]
    [InlineData("<")]
    [InlineData("a(")]
    [InlineData("a<b")]
    [InlineData("a.b('")]
    [InlineData("a.b(\"\\")]
    [InlineData("a(1)+")]
    [InlineData(" ")]
    public void Of_malformed_name_finds_something(string name)
    {
        TestPlaces.Of(TestCases.NUnit(name), isClass: null).FixtureLength.ShouldBeLessThanOrEqualTo(name.Length);
        TestPlaces.Of(TestCases.NUnit(name), _ => true).FixtureLength.ShouldBeLessThanOrEqualTo(name.Length);
    }
}
