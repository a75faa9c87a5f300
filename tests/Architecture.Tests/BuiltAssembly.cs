using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace TestFlock.Architecture.Tests;

/// <summary>What one of our assemblies says of itself, read without loading it.</summary>
internal sealed record BuiltAssembly(string Name, IReadOnlyList<string> References, IReadOnlyList<BuiltType> Types)
{
    public static BuiltAssembly Read(string project)
    {
        var folder = Path.Combine(Repository.Root, "src", project, "bin");
        var names = new[] { $"TestFlock.{Path.GetFileName(project)}.dll", "testflock.dll" };
        var configuration = AppContext.BaseDirectory.Contains("Release") ? "Release" : "Debug";
        var file = names
            .SelectMany(name => Directory.EnumerateFiles(folder, name, SearchOption.AllDirectories))
            .First(f => f.Contains($"{Path.DirectorySeparatorChar}{configuration}{Path.DirectorySeparatorChar}"));
        using var image = new PEReader(File.OpenRead(file));
        var metadata = image.GetMetadataReader();
        return new BuiltAssembly(
            metadata.GetString(metadata.GetAssemblyDefinition().Name),
            [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))],
            [.. metadata.TypeDefinitions.Select(t => BuiltType.Of(metadata, metadata.GetTypeDefinition(t))).OfType<BuiltType>()]);
    }
}

/// <summary>A class of ours.</summary>
internal sealed record BuiltType(string Name, bool IsPublic, bool IsOpenForInheritance, bool IsInherited)
{
    /// <returns>Null for what the compiler made.</returns>
    public static BuiltType? Of(MetadataReader metadata, TypeDefinition type)
    {
        var name = metadata.GetString(type.Name);
        if (name.Contains('<') || metadata.GetString(type.Namespace).Length == 0)
            return null;
        var isClass = (type.Attributes & TypeAttributes.Interface) == 0;
        return new BuiltType(
            name,
            (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public,
            isClass && (type.Attributes & (TypeAttributes.Sealed | TypeAttributes.Abstract)) == 0,
            IsBaseOfAnother(metadata, name) || IsDerivedAtRunTime(metadata, type));
    }

    private static bool IsDerivedAtRunTime(MetadataReader metadata, TypeDefinition type) =>
        type.BaseType is { IsNil: false, Kind: HandleKind.TypeReference } parent
        && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name) == nameof(DispatchProxy);

    private static bool IsBaseOfAnother(MetadataReader metadata, string name) => metadata.TypeDefinitions
        .Select(t => metadata.GetTypeDefinition(t).BaseType)
        .Where(b => !b.IsNil && b.Kind == HandleKind.TypeDefinition)
        .Any(b => metadata.GetString(metadata.GetTypeDefinition((TypeDefinitionHandle)b).Name) == name);
}
