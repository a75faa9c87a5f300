using System.Reflection;
using System.Runtime.Loader;

namespace TestFlock.WarmHost;

/// <summary>
/// Finds the assemblies that lie in the test project's output and that its <c>deps.json</c> does not name, as the test
/// platform does: frameworks' adapters, and plug-ins that tests load by name, are among them.
/// </summary>
/// <remarks>By the simple name alone: the platform asks for neither version nor key.</remarks>
/// <param name="folder">Of the output.</param>
internal sealed class OutputAssemblies(string folder)
{
    private static readonly string[] Extensions = [".dll", ".exe"];

    // By simple name. Null: looked for in vain, or being looked for.
    private readonly Dictionary<string, Assembly?> _known = new(StringComparer.Ordinal);

    /// <summary>From here on, for the life of the process.</summary>
    public static void ResolveFrom(string folder) =>
        AssemblyLoadContext.Default.Resolving += new OutputAssemblies(folder).Find;

    private Assembly? Find(AssemblyLoadContext context, AssemblyName wanted)
    {
        if (wanted.Name is not { Length: > 0 } name)
            return null;
        lock (_known)
        {
            if (_known.TryGetValue(name, out var known))
                return known;

            // In a culture of its own the runtime may look for its messages while it looks for this.
            _known[name] = null;
            return _known[name] = Load(context, name);
        }
    }

    /// <exception cref="FileLoadException">
    /// It is there and cannot be loaded, which says more than that it is missing.
    /// </exception>
    private Assembly? Load(AssemblyLoadContext context, string name)
    {
        foreach (var extension in Extensions)
        {
            var path = Path.Combine(folder, name + extension);
            try
            {
                if (File.Exists(path))
                    return context.LoadFromAssemblyPath(path);
            }
            catch (BadImageFormatException)
            {
                // No assembly, but a native library of that name: as if it were not there.
            }
        }

        return null;
    }
}
