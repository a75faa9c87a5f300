using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Trait = TestFlock.Contracts.Trait;

namespace TestFlock.Translation;

/// <summary>
/// Traits of a test case or result, in order and with repetitions: set as the property that VSTest keeps them in, since
/// its collection drops what repeats.
/// </summary>
internal static class VsTraits
{
    public const string PropertyId = "TestObject.Traits";

#pragma warning disable CS0618 // VSTest declares its own property with this very flag.
    private const TestPropertyAttributes Attributes = TestPropertyAttributes.Hidden | TestPropertyAttributes.Trait;
#pragma warning restore CS0618

    public static IReadOnlyList<Trait> ToWire(TestObject owner) =>
        [.. owner.Traits.Select(t => new Trait { Name = t.Name, Value = t.Value ?? "" })];

    public static void FromWire(IReadOnlyList<Trait> traits, TestObject owner)
    {
        if (traits.Count == 0)
            return;

        var type = typeof(KeyValuePair<string, string>[]);
        var property = TestProperty.Find(PropertyId)
            ?? TestProperty.Register(PropertyId, "Traits", type, Attributes, typeof(TestObject));
        object pairs = traits.Select(t => KeyValuePair.Create(t.Name, t.Value)).ToArray();
        owner.SetPropertyValue(property, pairs);
    }
}
