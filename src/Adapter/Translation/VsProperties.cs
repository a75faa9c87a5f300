using System.Text.Json;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using TestFlock.Contracts;

namespace TestFlock.Translation;

/// <summary>What adapters attach to a test case or result, each value with its declaration.</summary>
internal static class VsProperties
{
    public static IReadOnlyList<PropertyValue> ToWire(TestObject owner)
    {
        // A lazy value has no form of its own; VSTest resolves them by this call before it writes, too.
        owner.CacheLazyValuesOnSerializing(default);
        List<PropertyValue>? values = null;
        foreach (var (property, value) in owner.GetProperties())
        {
            if (property.Id != VsTraits.PropertyId)
                (values ??= []).Add(ToWire(property, value));
        }

        return values is null ? [] : values;
    }

    public static void FromWire(IReadOnlyList<PropertyValue> values, TestObject owner)
    {
        foreach (var value in values)
        {
            var property = Declared(value);
            owner.SetPropertyValue(property, Read(property, value.Value));
        }
    }

    private static PropertyValue ToWire(TestProperty property, object? value) => new()
    {
        Id = property.Id,
        Label = property.Label,
        Category = property.Category ?? "",
        Description = property.Description ?? "",
        ValueType = property.ValueType,
        Attributes = (int)property.Attributes,
        Value = value is null ? null : Write(property, value),
    };

    // Found before registered: the framework's adapter may have declared it with a validation, and registering another
    // type is an error that would strike the adapter, not us.
    private static TestProperty Declared(PropertyValue value) =>
        TestProperty.Find(value.Id) ?? TestProperty.Register(
            value.Id,
            value.Label,
            value.Category,
            value.Description,
            VsValueType.Resolve(value.ValueType),
            null,
            (TestPropertyAttributes)value.Attributes,
            typeof(TestObject));

    private static JsonElement Write(TestProperty property, object value)
    {
        try
        {
            return VsValueJson.Write(value);
        }
        catch (NotSupportedException e)
        {
            throw new NotSupportedException(
                $"The test property '{property.Id}' holds a {value.GetType()}, which {e.Message} "
                + "The adapter that set it should declare it as text, a number, a list of text "
                + "or a type with a TypeConverter.",
                e);
        }
    }

    private static object? Read(TestProperty property, JsonElement? value)
    {
        var type = property.GetValueType();
        try
        {
            return value is null ? null : VsValueJson.Read(value.Value, type);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or InvalidCastException
            or KeyNotFoundException or JsonException or NotSupportedException or ArgumentException or OverflowException)
        {
            throw new FormatException(
                $"The value {value} of the test property '{property.Id}' is no {type}: {e.Message} "
                + "Are the adapters of the same version on both sides?",
                e);
        }
    }
}
