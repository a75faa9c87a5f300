using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;

namespace TestFlock.TestAdapter.Tests.Translation;

public sealed class VsTestCaseTests
{
    private static readonly Uri Executor = new("executor://NUnit3TestExecutor");

    [Fact]
    public void FromWire_whole_case_gives_every_member_back()
    {
        var original = new TestCase("N.C.M(\"a|b\")", Executor, "/out/Shop.Tests.dll")
        {
            Id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
            DisplayName = "M(\"a|b\")",
            CodeFilePath = "/src/C.cs",
            LineNumber = 17,
        };

        var back = WireTrip.Of(original);

        back.Id.ShouldBe(original.Id);
        back.FullyQualifiedName.ShouldBe(original.FullyQualifiedName);
        back.DisplayName.ShouldBe(original.DisplayName);
        back.Source.ShouldBe(original.Source);
        back.ExecutorUri.OriginalString.ShouldBe("executor://NUnit3TestExecutor");
        back.CodeFilePath.ShouldBe(original.CodeFilePath);
        back.LineNumber.ShouldBe(17);
    }

    [Fact]
    public void FromWire_other_source_keeps_the_computed_id()
    {
        var original = new TestCase("N.C.M", Executor, "/out/Shop.Tests.dll");

        var moved = WireTrip.Of(original);
        moved.Source = "/agent/Renamed.dll";

        moved.Id.ShouldBe(original.Id);
    }

    [Fact]
    public void FromWire_any_text_gives_it_back_unit_by_unit() =>
        Prop.ForAll(
            HostileText.NotEmpty,
            text =>
            {
                var original = new TestCase(text, Executor, "/out/Shop.Tests.dll") { DisplayName = text };
                var back = WireTrip.Of(original);
                return back.FullyQualifiedName == text && back.DisplayName == text && back.Id == original.Id;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void FromWire_traits_keeps_order_and_repetitions()
    {
        var original = new TestCase("N.C.M", Executor, "/out/Shop.Tests.dll");
        original.Traits.Add("Category", "b");
        original.Traits.Add("Category", "a");
        original.Traits.Add("Owner", "");

        var back = WireTrip.Of(original);

        back.Traits.Select(t => (t.Name, t.Value)).ShouldBe([("Category", "b"), ("Category", "a"), ("Owner", "")]);
    }

    [Fact]
    public void FromWire_twice_gives_the_same_property_declarations()
    {
        var property = TestProperty.Register(
            "Trip.Declared",
            "Label",
            "Category",
            "Description",
            typeof(int),
            null,
            TestPropertyAttributes.Hidden,
            typeof(TestCase));
        var original = new TestCase("N.C.M", Executor, "/out/Shop.Tests.dll");
        original.SetPropertyValue(property, 3);

        TestProperty.TryUnregister("Trip.Declared", out _).ShouldBeTrue();
        var back = WireTrip.Of(WireTrip.Of(original));

        var declared = back.GetProperties().ShouldHaveSingleItem().Key;
        declared.ShouldNotBeSameAs(property);
        declared.Label.ShouldBe("Label");
        declared.Category.ShouldBe("Category");
        declared.Description.ShouldBe("Description");
        declared.ValueType.ShouldBe("System.Int32");
        declared.Attributes.ShouldBe(TestPropertyAttributes.Hidden);
    }
}
