using System.Reflection;
using System.Runtime.Loader;

namespace TestFlock.TestAdapter.Flock.Preview.Xunit;

/// <summary>
/// A test assembly of xUnit v3, loaded to be looked at and never to be run: the framework runs it in another process.
/// </summary>
internal sealed class XunitV3Assembly : IDisposable
{
    private const string Framework = "xunit.v3.core.dll";

    // Those that xUnit v3 looks a test method up with.
    private const BindingFlags AnyMethod =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
            | BindingFlags.FlattenHierarchy;

    private readonly AssemblyLoadContext _context = new("TestFlock looks at xUnit v3", isCollectible: true);
    private readonly Assembly _assembly;
    private readonly string _folder;

    private XunitV3Assembly(string path)
    {
        _folder = Path.GetDirectoryName(path)!;
        _context.Resolving += FromFolder;
        _assembly = _context.LoadFromAssemblyPath(path);
    }

    /// <returns>Null for an assembly that is not xUnit v3's, or cannot be loaded here.</returns>
    public static XunitV3Assembly? TryOpen(string path)
    {
        if (!File.Exists(Path.Combine(Path.GetDirectoryName(path)!, Framework)))
            return null;

        try
        {
            return new XunitV3Assembly(path);
        }
        catch (Exception e) when (e is IOException or BadImageFormatException)
        {
            // Whoever runs it will say what is wrong with it.
            return null;
        }
    }

    public bool IsStruct(string className) => Find(className) is { IsValueType: true };

    /// <summary>
    /// Whether the class has several methods of that name, which a look-up by name cannot tell apart.
    /// </summary>
    public bool IsOverloaded(string className, string methodName)
    {
        try
        {
            _ = Find(className)?.GetMethod(methodName, AnyMethod);
            return false;
        }
        catch (AmbiguousMatchException)
        {
            return true;
        }
    }

    /// <summary>Whether the display name that the method is given is no text at all.</summary>
    public bool IsNameless(string className, string methodName) =>
        Find(className)?.GetMethod(methodName, AnyMethod) is { } method &&
        method.GetCustomAttributesData().SelectMany(attribute => attribute.NamedArguments)
            .Any(argument => argument is { MemberName: "DisplayName", TypedValue.Value: "" });

    public void Dispose() => _context.Unload();

    private Type? Find(string className) => _assembly.GetType(className, throwOnError: false);

    private Assembly? FromFolder(AssemblyLoadContext context, AssemblyName name) =>
        Path.Combine(_folder, name.Name + ".dll") is var path && File.Exists(path)
            ? context.LoadFromAssemblyPath(path)
            : null;
}
