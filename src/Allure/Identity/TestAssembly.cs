using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace TestFlock.Allure.Identity;

/// <summary>The classes and methods of a test assembly, read from its file; nothing of it is loaded.</summary>
internal sealed class TestAssembly
{
    private readonly Dictionary<string, IReadOnlyList<TestMethod>> _classes;
    private readonly Dictionary<string, string> _bases;
    private readonly Dictionary<string, TestClass> _named = [];

    private TestAssembly(
        string name, Dictionary<string, IReadOnlyList<TestMethod>> classes, Dictionary<string, string> bases) =>
        (Name, _classes, _bases) = (name, classes, bases);

    /// <summary>Without the file's ending.</summary>
    public string Name { get; }

    /// <returns>One without classes when the file cannot be read: names are found without it, less exactly.</returns>
    public static TestAssembly Read(string path)
    {
        var classes = new Dictionary<string, IReadOnlyList<TestMethod>>();
        var bases = new Dictionary<string, string>();
        var name = Path.GetFileNameWithoutExtension(path);
        try
        {
            using var image = new PEReader(File.OpenRead(path));
            if (!image.HasMetadata)
                return new TestAssembly(name, classes, bases);
            var metadata = image.GetMetadataReader();
            foreach (var handle in metadata.TypeDefinitions)
            {
                var type = metadata.GetTypeDefinition(handle);
                var plain = WithoutNumbers(SignatureTypes.NameOf(metadata, handle));
                classes.TryAdd(plain, new MethodReader(metadata, type, name).Read());
                if (type.BaseType is { IsNil: false, Kind: HandleKind.TypeDefinition } parent)
                    bases.TryAdd(plain, WithoutNumbers(SignatureTypes.NameOf(metadata, (TypeDefinitionHandle)parent)));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            classes.Clear();
        }

        return new TestAssembly(name, classes, bases);
    }

    public bool HasClass(string name) => _classes.ContainsKey(name);

    /// <summary>The method of the class, or of one that it inherits from, that takes so many arguments.</summary>
    /// <returns>Null when there is none of that name; the nearest when none takes so many.</returns>
    public TestMethod? Find(string type, string method, int arguments)
    {
        for (string? at = type; at is not null; at = _bases.GetValueOrDefault(at))
        {
            if (_classes.TryGetValue(at, out var methods) && Nearest(methods, method, arguments) is { } found)
                return found;
        }

        return null;
    }

    /// <param name="name">With whatever a test's name says of it; the assembly need not have it.</param>
    public TestClass ClassNamed(string name)
    {
        if (!_named.TryGetValue(name, out var named))
            _named[name] = named = new TestClass(Name, name);
        return named;
    }

    private static TestMethod? Nearest(IReadOnlyList<TestMethod> methods, string name, int arguments)
    {
        TestMethod? nearest = null;
        foreach (var method in methods)
        {
            if (method.Name == name && (nearest is null || Distance(method) < Distance(nearest)))
                nearest = method;
        }

        return nearest;

        int Distance(TestMethod method) => Math.Abs(method.Parameters.Count - arguments);
    }

    /// <summary>The numbers of type parameters are not in the names that frameworks tell.</summary>
    private static string WithoutNumbers(string name)
    {
        var at = name.IndexOf('`');
        if (at < 0)
            return name;
        var end = at + 1;
        while (end < name.Length && char.IsAsciiDigit(name[end]))
            end++;
        return name[..at] + WithoutNumbers(name[end..]);
    }
}
