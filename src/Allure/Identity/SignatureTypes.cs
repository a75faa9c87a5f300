using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace TestFlock.Allure.Identity;

/// <summary>
/// Names of types as Allure's own adapters write them: those of the core library by name, all others behind their
/// assembly's.
/// </summary>
internal sealed class SignatureTypes(string assembly) : ISignatureTypeProvider<string, GenericNames>
{
    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => $"System.{typeCode}";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        $"{assembly}:{NameOf(reader, handle)}";

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var (name, declaredIn) = NameOf(reader, handle);
        if (typeof(object).Assembly.GetType(name) is not null)
            return name;
        return $"{(Type.GetType($"{name}, {declaredIn}")?.Assembly.GetName().Name ?? declaredIn)}:{name}";
    }

    public string GetTypeFromSpecification(
        MetadataReader reader, GenericNames genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    public string GetArrayType(string elementType, ArrayShape shape) =>
        $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetByReferenceType(string elementType) => $"{elementType}&";

    public string GetPointerType(string elementType) => $"{elementType}*";

    public string GetFunctionPointerType(MethodSignature<string> signature) => "";

    public string GetPinnedType(string elementType) => elementType;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        $"{genericType}[{string.Join(',', typeArguments)}]";

    public string GetGenericMethodParameter(GenericNames genericContext, int index) => genericContext.OfMethod[index];

    public string GetGenericTypeParameter(GenericNames genericContext, int index) => genericContext.OfType[index];

    /// <summary>As reflection writes it.</summary>
    public static string NameOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        var outer = type.GetDeclaringType();
        return outer.IsNil ? Qualified(reader.GetString(type.Namespace), name) : $"{NameOf(reader, outer)}+{name}";
    }

    private static (string Name, string Assembly) NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            var (outer, declaredIn) = NameOf(reader, (TypeReferenceHandle)type.ResolutionScope);
            return ($"{outer}+{name}", declaredIn);
        }

        var scope = type.ResolutionScope.Kind == HandleKind.AssemblyReference
            ? reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name)
            : "";
        return (Qualified(reader.GetString(type.Namespace), name), scope);
    }

    private static string Qualified(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}

/// <summary>What the type parameters around a signature are called.</summary>
internal sealed record GenericNames(IReadOnlyList<string> OfType, IReadOnlyList<string> OfMethod);
