using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace TestFlock.Core.Planning.Declarations;

/// <summary>Decodes metadata into names, so that no assembly of the user's is ever loaded.</summary>
internal sealed class MetadataTypes : ISignatureTypeProvider<MetadataType, object?>,
    ICustomAttributeTypeProvider<MetadataType>
{
    private static readonly MetadataType SystemType = new("System.Type");
    private static readonly MetadataType Other = new("");

    public static MetadataTypes Decoder { get; } = new();

    /// <summary>As reflection writes it.</summary>
    public static string NameOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? $"{NameOf(reader, outer)}+{name}"
            : Qualified(reader.GetString(type.Namespace), name);
    }

    /// <inheritdoc cref="NameOf(MetadataReader, TypeDefinitionHandle)"/>
    public static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{NameOf(reader, (TypeReferenceHandle)type.ResolutionScope)}+{name}"
            : Qualified(reader.GetString(type.Namespace), name);
    }

    public MetadataType GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        new(PlainName.Of(NameOf(reader, handle)), handle);

    public MetadataType GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        new(PlainName.Of(NameOf(reader, handle)), handle);

    public MetadataType GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public MetadataType GetTypeFromSerializedName(string name) => new(PlainName.Of(name));

    public MetadataType GetGenericInstantiation(MetadataType genericType, ImmutableArray<MetadataType> typeArguments) =>
        genericType with { Arguments = typeArguments };

    public MetadataType GetSystemType() => SystemType;

    public bool IsSystemType(MetadataType type) => type.PlainName == SystemType.PlainName;

    /// <summary>Every enumeration whose value is asked for here is an <c>int</c>.</summary>
    public PrimitiveTypeCode GetUnderlyingEnumType(MetadataType type) => PrimitiveTypeCode.Int32;

    public MetadataType GetPrimitiveType(PrimitiveTypeCode typeCode) => new($"System.{typeCode}");

    public MetadataType GetSZArrayType(MetadataType elementType) => Other;

    public MetadataType GetArrayType(MetadataType elementType, ArrayShape shape) => Other;

    public MetadataType GetByReferenceType(MetadataType elementType) => Other;

    public MetadataType GetPointerType(MetadataType elementType) => Other;

    public MetadataType GetPinnedType(MetadataType elementType) => Other;

    public MetadataType GetFunctionPointerType(MethodSignature<MetadataType> signature) => Other;

    public MetadataType GetGenericMethodParameter(object? genericContext, int index) => Other;

    public MetadataType GetGenericTypeParameter(object? genericContext, int index) => Other;

    public MetadataType GetModifiedType(MetadataType modifier, MetadataType unmodifiedType, bool isRequired) =>
        unmodifiedType;

    private static string Qualified(string @namespace, string name) =>
        @namespace.Length == 0 ? name : $"{@namespace}.{name}";
}
