using System.Collections.Concurrent;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace TestFlock.TestAdapter.Selected;

/// <summary>
/// The classes of one assembly by the names that NUnit's tests begin with. Read from the file: loading the assembly is
/// NUnit's business.
/// </summary>
internal sealed partial class NUnitClasses
{
    private static readonly ConcurrentDictionary<string, NUnitClasses?> Known = new(StringComparer.Ordinal);

    // Since then a part of an assembly is loaded together with the set-ups of its namespaces.
    private static readonly Version OldestFramework = new(3, 13);

    private readonly ILookup<string, string> _byPlainName;

    /// <param name="names">Full names as .NET has them, such as <c>N.Outer+Inner`1</c>.</param>
    public NUnitClasses(IReadOnlyCollection<string> names)
    {
        Count = names.Count;
        _byPlainName = names.ToLookup(name => Arity().Replace(name, ""), StringComparer.Ordinal);
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>Null when it cannot be read, or its NUnit cannot load parts of it.</summary>
    public static NUnitClasses? Of(string source) => Known.GetOrAdd(source, TryRead);

    /// <summary>
    /// The full names of those that the tests begin with, and of others that are called alike; null when a test begins
    /// with none. A guess: a test may have been given any name.
    /// </summary>
    public IReadOnlyList<string>? Find(IEnumerable<string> tests)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var test in tests)
        {
            if (ClassOf(test) is not { } ofTest)
                return null;
            found.UnionWith(_byPlainName[ofTest]);
        }

        return [.. found];
    }

    // The longest beginning that is a class: what follows are names and arguments.
    private string? ClassOf(string test)
    {
        var arguments = test.AsSpan().IndexOfAny('(', '<');
        for (var end = arguments < 0 ? test.Length : arguments; end > 0; end = test.LastIndexOf('.', end - 1))
        {
            if (test[..end] is var beginning && _byPlainName.Contains(beginning))
                return beginning;
        }

        return null;
    }

    private static NUnitClasses? TryRead(string source)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(source));
            var metadata = file.GetMetadataReader();
            return CanLoadParts(metadata)
                ? new NUnitClasses([.. metadata.TypeDefinitions.Select(type => FullNameOf(metadata, type))])
                : null;
        }
        catch (Exception e) when (
            e is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            // NUnit will say what is wrong with it.
            return null;
        }
    }

    private static bool CanLoadParts(MetadataReader metadata) => metadata.AssemblyReferences
        .Select(metadata.GetAssemblyReference)
        .Any(known => known.Version >= OldestFramework
            && metadata.StringComparer.Equals(known.Name, "nunit.framework"));

    private static string FullNameOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var name = metadata.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer)
            return $"{FullNameOf(metadata, outer)}+{name}";
        return type.Namespace.IsNil ? name : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    [GeneratedRegex("`[0-9]+")]
    private static partial Regex Arity();
}
