using System.Reflection.Metadata;

namespace TestFlock.Core.Planning.Declarations;

/// <summary>Gathers what the types of one assembly declare, each with what it inherits.</summary>
internal sealed class DeclarationReader(AssemblyModules modules)
{
    private readonly AttributeReader _attributes = new(modules);
    private readonly Dictionary<(AssemblyModule, TypeDefinitionHandle), TypeDeclarations> _own = [];

    /// <param name="module">The test assembly.</param>
    /// <exception cref="BadImageFormatException">Its metadata is damaged.</exception>
    public AssemblyDeclarations Read(AssemblyModule module)
    {
        var forAll = ReadAssembly(module);
        var chains = module.Types.ToDictionary(type => type.Key, type => FindChain(module, type.Value));
        var awaited = chains.Values
            .SelectMany(chain => chain.SelectMany(level => level.All))
            .OfType<DependsOn>()
            .Select(dependency => dependency.Class)
            .OfType<string>()
            .ToHashSet();
        var changed = chains.Values
            .SelectMany(chain => chain.SelectMany(level => level.All))
            .OfType<Locks>()
            .Where(locks => locks.IsExclusive)
            .Select(locks => locks.Resource)
            .ToHashSet();

        var classes = new Dictionary<string, ClassDeclaration>();
        foreach (var (name, chain) in chains)
        {
            var plainName = PlainName.Of(name);
            var declaration = new ClassRules(plainName, chain, forAll, awaited, changed).Apply();
            classes[plainName] = classes.TryGetValue(plainName, out var other) ? other.And(declaration) : declaration;
        }

        return new AssemblyDeclarations(classes, forAll.OfType<NotParallel>().FirstOrDefault()?.Attribute);
    }

    /// <summary>What holds for every class that says nothing else.</summary>
    private List<Declaration> ReadAssembly(AssemblyModule module) =>
    [
        .. _attributes.Read(module, module.Reader.GetAssemblyDefinition().GetCustomAttributes(), isOnClass: false)
            .Where(declaration => declaration is NotParallel or Ordered),
    ];

    /// <summary>The type's own declarations, then its base's, and so on.</summary>
    private List<TypeDeclarations> FindChain(AssemblyModule module, TypeDefinitionHandle type)
    {
        var chain = new List<TypeDeclarations>();
        (AssemblyModule Module, TypeDefinitionHandle Type)? level = (module, type);
        while (level is var (owner, handle) && chain.Count < 100)
        {
            chain.Add(ReadOwn(owner, handle));
            level = modules.Find(owner, owner.Reader.GetTypeDefinition(handle).BaseType);
        }

        return chain;
    }

    private TypeDeclarations ReadOwn(AssemblyModule module, TypeDefinitionHandle handle)
    {
        if (_own.TryGetValue((module, handle), out var own))
            return own;

        var type = module.Reader.GetTypeDefinition(handle);
        var methods = new List<(string Method, Declaration Declaration)>();
        foreach (var methodHandle in type.GetMethods())
        {
            var method = module.Reader.GetMethodDefinition(methodHandle);
            foreach (var declaration in _attributes.Read(module, method.GetCustomAttributes(), isOnClass: false))
                methods.Add((module.Reader.GetString(method.Name), declaration));
        }

        return _own[(module, handle)] = new TypeDeclarations(
            [.. _attributes.Read(module, type.GetCustomAttributes(), isOnClass: true)], methods);
    }
}
