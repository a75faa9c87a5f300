using System.Reflection;
using System.Reflection.Metadata;

namespace TestFlock.Allure.Identity;

/// <summary>Reads the methods of one class.</summary>
internal sealed class MethodReader(MetadataReader metadata, TypeDefinition type, string assembly)
{
    private const string AllureId = "AllureIdAttribute";
    private const ushort Prolog = 1;

    public IReadOnlyList<TestMethod> Read()
    {
        var methods = new List<TestMethod>();
        foreach (var handle in type.GetMethods())
        {
            var method = metadata.GetMethodDefinition(handle);
            var name = metadata.GetString(method.Name);
            if (name is not ['.' or '<', ..] && !method.Attributes.HasFlag(MethodAttributes.SpecialName))
                methods.Add(Read(method, name));
        }

        return methods;
    }

    private TestMethod Read(MethodDefinition method, string name)
    {
        var typeParameters = NamesOf(method.GetGenericParameters());
        var signature = method.DecodeSignature(
            new SignatureTypes(assembly), new GenericNames(NamesOf(type.GetGenericParameters()), typeParameters));
        var names = method.GetParameters().Select(metadata.GetParameter)
            .Where(p => p.SequenceNumber > 0)
            .ToDictionary(p => p.SequenceNumber, p => metadata.GetString(p.Name));
        var parameters = signature.ParameterTypes.Select(
            (parameter, i) => new TestParameter(names.GetValueOrDefault(i + 1, $"{i}"), parameter));
        return new TestMethod(name, typeParameters, [.. parameters], FindAllureId(method));
    }

    private string[] NamesOf(GenericParameterHandleCollection parameters) =>
        [.. parameters.Select(p => metadata.GetString(metadata.GetGenericParameter(p).Name))];

    private int? FindAllureId(MethodDefinition method)
    {
        foreach (var handle in method.GetCustomAttributes())
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (TypeOf(attribute.Constructor) != AllureId)
                continue;
            var content = metadata.GetBlobReader(attribute.Value);
            if (content.RemainingBytes >= 6 && content.ReadUInt16() == Prolog)
                return content.ReadInt32();
        }

        return null;
    }

    private string? TypeOf(EntityHandle constructor)
    {
        if (constructor.Kind == HandleKind.MethodDefinition)
        {
            var declaring = metadata.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType();
            return metadata.GetString(metadata.GetTypeDefinition(declaring).Name);
        }

        var parent = metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent;
        return parent.Kind == HandleKind.TypeReference
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name)
            : null;
    }
}
