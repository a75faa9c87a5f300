using System.Reflection.Metadata;

namespace TestFlock.Core.Planning.Declarations;

/// <summary>
/// Finds the attributes whose meaning is known, directly or through what a user's own attribute derives from.
/// </summary>
internal sealed class AttributeReader(AssemblyModules modules)
{
    private readonly Dictionary<(AssemblyModule, EntityHandle), string?> _knownAs = [];

    public IEnumerable<Declaration> Read(
        AssemblyModule module, CustomAttributeHandleCollection attributes, bool isOnClass)
    {
        foreach (var handle in attributes)
        {
            var attribute = module.Reader.GetCustomAttribute(handle);
            var type = TypeOf(module.Reader, attribute);
            if (FindKnown(module, type) is { } knownAs
                && AttributeMeaning.Of(Describe(module, attribute, type, knownAs, isOnClass)) is { } declaration)
            {
                yield return declaration;
            }
        }
    }

    private static AttributeContent Describe(
        AssemblyModule module, CustomAttribute attribute, EntityHandle type, string knownAs, bool isOnClass)
    {
        var name = NameOf(module, type);
        return new AttributeContent
        {
            KnownAs = knownAs,
            Name = Shorten(name),
            Identity = $"{name} {Convert.ToHexString(module.Reader.GetBlobBytes(attribute.Value))}",
            IsOnClass = isOnClass,
            TypeArgument = FindTypeArgument(module, type),
            Value = name == knownAs ? attribute.DecodeValue(MetadataTypes.Decoder) : null,
        };
    }

    private static string Shorten(string name)
    {
        const string Suffix = "Attribute";
        var shortName = name[(name.LastIndexOfAny(['.', '+']) + 1)..];
        return $"[{(shortName.EndsWith(Suffix, StringComparison.Ordinal) ? shortName[..^Suffix.Length] : shortName)}]";
    }

    private static MetadataType? FindTypeArgument(AssemblyModule module, EntityHandle type) =>
        type.Kind == HandleKind.TypeSpecification
        && AssemblyModules.Decode(module, (TypeSpecificationHandle)type).Arguments is [var argument, ..]
            ? argument
            : null;

    /// <summary>
    /// The first name with a meaning among the type, its bases and its interfaces; null when there is none.
    /// </summary>
    private string? FindKnown(AssemblyModule module, EntityHandle type)
    {
        if (type.IsNil)
            return null;
        if (_knownAs.TryGetValue((module, type), out var known))
            return known;

        // Damaged metadata may lead in a circle: what is being looked at counts as unknown meanwhile.
        _knownAs[(module, type)] = null;
        var name = NameOf(module, type);
        if (AttributeMeaning.IsKnown(name))
            known = name;
        else if (!IsOfTheRuntime(name) && modules.Find(module, type) is var (owner, definition))
            known = FindKnown(owner, owner.Reader.GetTypeDefinition(definition));
        return _knownAs[(module, type)] = known;
    }

    private string? FindKnown(AssemblyModule module, TypeDefinition definition)
    {
        var interfaces = definition.GetInterfaceImplementations()
            .Select(handle => module.Reader.GetInterfaceImplementation(handle).Interface);
        return interfaces.Append(definition.BaseType)
            .Select(parent => FindKnown(module, parent))
            .FirstOrDefault(known => known is not null);
    }

    private static bool IsOfTheRuntime(string name) => name.StartsWith("System.", StringComparison.Ordinal);

    private static EntityHandle TypeOf(MetadataReader reader, CustomAttribute attribute) =>
        attribute.Constructor.Kind switch
    {
        HandleKind.MemberReference => reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent,
        HandleKind.MethodDefinition =>
            reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType(),
        _ => default,
    };

    private static string NameOf(AssemblyModule module, EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeDefinition => MetadataTypes.NameOf(module.Reader, (TypeDefinitionHandle)type),
        HandleKind.TypeReference => MetadataTypes.NameOf(module.Reader, (TypeReferenceHandle)type),
        HandleKind.TypeSpecification =>
            NameOf(module, AssemblyModules.Decode(module, (TypeSpecificationHandle)type).Handle),
        _ => "",
    };
}
