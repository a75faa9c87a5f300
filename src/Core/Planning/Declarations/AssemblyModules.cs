using System.Reflection.Metadata;

namespace TestFlock.Core.Planning.Declarations;

/// <summary>The test assembly and those beside it that its types come from.</summary>
/// <param name="open">Content of the assembly with this simple name; null when there is none.</param>
internal sealed class AssemblyModules(Func<string, Stream?> open) : IDisposable
{
    private readonly Dictionary<string, AssemblyModule?> _modules = [];

    /// <summary>
    /// The definition behind a definition or reference; null when it is in an assembly that is not at hand.
    /// </summary>
    public (AssemblyModule Module, TypeDefinitionHandle Type)? Find(AssemblyModule from, EntityHandle handle) =>
        handle.Kind switch
    {
        // A type without a base has a nil handle of this kind.
        HandleKind.TypeDefinition when !handle.IsNil => (from, (TypeDefinitionHandle)handle),
        HandleKind.TypeReference => Find(from, (TypeReferenceHandle)handle),
        HandleKind.TypeSpecification => Find(from, Decode(from, (TypeSpecificationHandle)handle).Handle),
        _ => null,
    };

    public static MetadataType Decode(AssemblyModule module, TypeSpecificationHandle handle) =>
        module.Reader.GetTypeSpecification(handle).DecodeSignature(MetadataTypes.Decoder, null);

    public void Dispose()
    {
        foreach (var module in _modules.Values)
            module?.Dispose();
    }

    private (AssemblyModule Module, TypeDefinitionHandle Type)? Find(AssemblyModule from, TypeReferenceHandle handle)
    {
        var name = MetadataTypes.NameOf(from.Reader, handle);
        var scope = from.Reader.GetTypeReference(handle).ResolutionScope;
        while (scope.Kind == HandleKind.TypeReference)
            scope = from.Reader.GetTypeReference((TypeReferenceHandle)scope).ResolutionScope;
        if (scope.Kind != HandleKind.AssemblyReference)
            return null;

        var assembly = from.Reader.GetString(from.Reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name);
        return Open(assembly) is { } module && module.Types.TryGetValue(name, out var type) ? (module, type) : null;
    }

    private AssemblyModule? Open(string assembly)
    {
        if (!_modules.TryGetValue(assembly, out var module))
            _modules[assembly] = module = TryRead(assembly);
        return module;
    }

    /// <summary>A neighbour that is no .NET assembly defines no types, so it is as good as none.</summary>
    private AssemblyModule? TryRead(string assembly)
    {
        try
        {
            return open(assembly) is { } content ? new AssemblyModule(content) : null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }
}
