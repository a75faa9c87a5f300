using System.Reflection;
using System.Runtime.Loader;
using Microsoft.VisualStudio.TestPlatform;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter;

/// <summary>
/// The framework's own discoverer and executor, loaded into this process as the test platform would have done.
/// </summary>
/// <remarks>
/// The platform keeps one instance of each for the whole life of the test host; so does this class.
/// </remarks>
internal sealed class VsFrameworkAdapter
{
    private readonly Lazy<ITestDiscoverer> _discoverer;
    private readonly Lazy<ITestExecutor> _executor;

    private VsFrameworkAdapter(VsFramework framework, string path, Type discoverer, Type executor)
    {
        Framework = framework;
        Path = path;
        _discoverer = new(() => (ITestDiscoverer)Activator.CreateInstance(discoverer)!);
        _executor = new(() => (ITestExecutor)Activator.CreateInstance(executor)!);
    }

    public VsFramework Framework { get; }

    /// <summary>Full path of the adapter's file.</summary>
    public string Path { get; }

    public ITestDiscoverer Discoverer => _discoverer.Value;

    public ITestExecutor Executor => _executor.Value;

    /// <summary>
    /// Loads the adapter from <paramref name="path"/>, or gives null when the file belongs to another entry of
    /// <see cref="VsFramework.All"/> that shares the file name.
    /// </summary>
    /// <exception cref="VsAdapterException">No framework known here has the executor URIs that the file
    /// declares.</exception>
    public static VsFrameworkAdapter? Load(VsFramework framework, string path)
    {
        // The default context is where the platform loads adapters: the test assembly is there, and the framework with
        // it, so from anywhere else the adapter would see a second copy of every framework type.
        var types = TypesOf(AssemblyLoadContext.Default.LoadFromAssemblyPath(path));

        var discoverer = types.FirstOrDefault(type => DiscovererUri(type) is { } uri && IsSame(uri, framework));
        var executor = types.FirstOrDefault(type => ExecutorUri(type) is { } uri && IsSame(uri, framework));
        if (discoverer is not null && executor is not null)
            return new VsFrameworkAdapter(framework, path, discoverer, executor);

        var declared = types.Select(ExecutorUri).OfType<string>().Distinct().ToArray();
        return Array.Exists(declared, uri => VsFramework.All.Any(known => IsSame(uri, known)))
            ? null
            : throw VsAdapterException.UnknownUri(path, declared);
    }

    /// <summary>The types to look at: those that the assembly declares for the platform, else all.</summary>
    private static Type[] TypesOf(Assembly assembly)
    {
        if (DeclaredBy(assembly) is { Length: > 0 } declared)
            return declared;
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            // Adapters hold types for Microsoft.Testing.Platform too, whose assemblies need not be there.
            return e.Types.OfType<Type>().ToArray();
        }
    }

    // Each assembly brings an attribute type of its own, of the same full name.
    private static Type[] DeclaredBy(Assembly assembly) =>
        assembly.GetType(typeof(TestExtensionTypesAttribute).FullName!) is { } own
        && own.GetProperty(nameof(TestExtensionTypesAttribute.Types)) is { } types
            ? [.. assembly.GetCustomAttributes(own).SelectMany(each => types.GetValue(each) as Type[] ?? [])]
            : [];

    private static string? DiscovererUri(Type type) =>
        typeof(ITestDiscoverer).IsAssignableFrom(type)
            ? type.GetCustomAttribute<DefaultExecutorUriAttribute>()?.ExecutorUri
            : null;

    private static string? ExecutorUri(Type type) =>
        typeof(ITestExecutor).IsAssignableFrom(type)
            ? type.GetCustomAttribute<ExtensionUriAttribute>()?.ExtensionUri
            : null;

    private static bool IsSame(string uri, VsFramework framework) => new Uri(uri) == new Uri(framework.ExecutorUri);
}
