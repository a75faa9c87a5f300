using TestFlock.Core.Packages;

namespace TestFlock.Packages.Nuget;

/// <summary>Finds a test assembly in a package, wherever its authors put it.</summary>
public static class PackagedAssembly
{
    /// <param name="package">The package's folder.</param>
    /// <param name="assembly">The assembly's file name.</param>
    /// <param name="name">What to call the package in an error.</param>
    /// <returns>The full path of the folder that holds it, ready to run.</returns>
    /// <exception cref="PackageException">There is none, or several.</exception>
    public static string FindFolder(string package, string assembly, string name)
    {
        // A reference assembly has the same name; only what was published has the runtime's configuration beside it.
        var folders = Directory.EnumerateFiles(package, assembly, SearchOption.AllDirectories)
            .Where(file => File.Exists(Path.ChangeExtension(file, ".runtimeconfig.json")))
            .Select(file => Path.GetDirectoryName(file)!)
            .ToArray();
        return folders switch
        {
            [var only] => only,
            [] => throw new PackageException(
                $"{name} has no {assembly} with its {Path.ChangeExtension(assembly, ".runtimeconfig.json")} beside "
                    + "it. Pack the whole test output, for example below tools/.") { IsOfPackage = true },
            _ => throw new PackageException(
                $"{name} has {assembly} more than once: "
                    + $"{string.Join(", ", folders.Select(f => Path.GetRelativePath(package, f)))}. Pack one.")
            {
                IsOfPackage = true,
            },
        };
    }
}
