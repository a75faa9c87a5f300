using System.ComponentModel;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using TestFlock.Translation;

namespace TestFlock.TestAdapter.Tests.Translation;

public sealed class VsPropertiesTests
{
    public enum Weight : ulong
    {
        Light,
        Heavy = ulong.MaxValue,
    }

    public static TheoryData<Type, object?> Values => new()
    {
        { typeof(string), "x" },
        { typeof(string), "" },
        { typeof(string), null },
        { typeof(string), "lone \ud800 surrogate, \0 and \u001b" },
        { typeof(string[]), new[] { "a", "", "\udc00", "b\nc" } },
        { typeof(string[]), Array.Empty<string>() },
        { typeof(bool), true },
        { typeof(bool), false },
        { typeof(int), int.MinValue },
        { typeof(long), long.MaxValue },
        { typeof(byte), byte.MaxValue },
        { typeof(ulong), ulong.MaxValue },
        { typeof(double), 0.1 },
        { typeof(double), double.NaN },
        { typeof(float), float.MaxValue },
        { typeof(decimal), 1.10m },
        { typeof(char), '\ud800' },
        { typeof(DayOfWeek), DayOfWeek.Friday },
        { typeof(Weight), Weight.Heavy },
        { typeof(Guid), Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e") },
        { typeof(Uri), new Uri("https://example.org/a b?c=%20#d") },
        { typeof(Uri), new Uri("relative/path", UriKind.Relative) },
        { typeof(DateTimeOffset), new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(-3)).AddTicks(1) },
        { typeof(DateTime), new DateTime(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc).AddTicks(1) },
        { typeof(TimeSpan), TimeSpan.FromTicks(-1234567890123) },
        { typeof(KeyValuePair<string, string>[]), new KeyValuePair<string, string>[] { new("a", "b"), new("a", "") } },
        { typeof(Celsius), new Celsius(21.5) },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void FromWire_value_of_each_type_gives_an_equal_one(Type type, object? value)
    {
        var property = TestProperty.Register($"Trip.{type}", "Label", type, typeof(TestCase));
        var original = Case();
        original.SetPropertyValue(property, value);

        var (declared, read) = WireTrip.Of(original).GetProperties().ShouldHaveSingleItem();

        declared.GetValueType().ShouldBe(type);
        read.ShouldBe(value);
        read?.GetType().ShouldBe(type);
    }

    [Fact]
    public void FromWire_any_text_value_gives_it_back_unit_by_unit()
    {
        var property = TestProperty.Register("Trip.Texts", "Label", typeof(string[]), typeof(TestCase));
        Prop.ForAll(
            HostileText.Any,
            text =>
            {
                var original = Case();
                original.SetPropertyValue(property, new[] { text, "", text });
                var back = WireTrip.Of(original).GetPropertyValue<string[]>(property, null);
                return back!.SequenceEqual([text, "", text]);
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void FromWire_lazy_value_gives_its_value()
    {
        var property = TestProperty.Register("Trip.Lazy", "Label", typeof(string), typeof(TestCase));
        var original = Case();
        original.SetPropertyValue(property, new LazyPropertyValue<string>(() => "made late"));

        WireTrip.Of(original).GetPropertyValue(property).ShouldBe("made late");
    }

    [Fact]
    public void FromWire_text_set_for_a_number_gives_the_number()
    {
        var property = TestProperty.Register("Trip.Loose", "Label", typeof(int), typeof(TestCase));
        var original = Case();
        original.SetPropertyValue(property, (object)"42");

        WireTrip.Of(original).GetPropertyValue(property).ShouldBe(42);
    }

    [Fact]
    public void FromWire_property_declared_with_another_type_here_is_read_as_that_type()
    {
        var original = Case();
        var there = TestProperty.Register("Trip.Changed", "Label", typeof(string), typeof(TestCase));
        original.SetPropertyValue(there, "7");
        TestProperty.TryUnregister("Trip.Changed", out _).ShouldBeTrue();
        var here = TestProperty.Register("Trip.Changed", "Label", typeof(int), typeof(TestCase));

        WireTrip.Of(original).GetPropertyValue(here).ShouldBe(7);
    }

    [Fact]
    public void ToWire_value_without_text_form_names_property_and_type()
    {
        var property = TestProperty.Register("Trip.Opaque", "Label", typeof(Opaque), typeof(TestCase));
        var original = Case();
        original.SetPropertyValue(property, (object)default(Opaque));

        var error = Should.Throw<NotSupportedException>(() => VsTestCase.ToWire(original));

        error.Message.ShouldContain("'Trip.Opaque'");
        error.Message.ShouldContain(nameof(Opaque));
    }

    [Fact]
    public void FromWire_unreadable_value_names_property_and_value()
    {
        var original = Case();
        var there = TestProperty.Register("Trip.Bad", "Label", typeof(string), typeof(TestCase));
        original.SetPropertyValue(there, "no number");
        TestProperty.TryUnregister("Trip.Bad", out _).ShouldBeTrue();
        TestProperty.Register("Trip.Bad", "Label", typeof(int), typeof(TestCase));

        var error = Should.Throw<FormatException>(() => WireTrip.Of(original));

        error.Message.ShouldContain("'Trip.Bad'");
        error.Message.ShouldContain("no number");
    }

    private static TestCase Case() => new("N.C.M", new Uri("executor://any"), "/out/Shop.Tests.dll");

    public readonly struct Opaque;

    [TypeConverter(typeof(CelsiusConverter))]
    public readonly record struct Celsius(double Degrees);

    internal sealed class CelsiusConverter : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
            sourceType == typeof(string);

        public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
            new Celsius(double.Parse(((string)value).TrimEnd('C'), culture));

        public override object? ConvertTo(
            ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
            ((Celsius)value!).Degrees.ToString(culture) + "C";
    }
}
