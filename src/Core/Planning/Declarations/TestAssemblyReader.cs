namespace TestFlock.Core.Planning.Declarations;

/// <summary>Reads what a test assembly declares, from its file alone: nothing of it is loaded or run.</summary>
internal static class TestAssemblyReader
{
    /// <param name="path">The test assembly; what its types derive from is looked for beside it.</param>
    /// <param name="open">The content of a file; null when there is none.</param>
    /// <exception cref="BadImageFormatException">The file is missing, damaged, or no .NET assembly.</exception>
    public static AssemblyDeclarations Read(string path, Func<string, Stream?> open)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        var content = open(path) ?? throw new BadImageFormatException("There is no such file.");
        using var module = new AssemblyModule(content);
        using var neighbours = new AssemblyModules(name => open(Path.Combine(folder, name + ".dll")));
        return new DeclarationReader(neighbours).Read(module);
    }
}
