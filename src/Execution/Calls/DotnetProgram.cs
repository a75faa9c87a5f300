namespace TestFlock.Execution.Calls;

/// <summary>
/// Which <c>dotnet</c> a call uses: the one that brought us here, so that a machine with several behaves as the
/// user's command did.
/// </summary>
internal static class DotnetProgram
{
    /// <param name="environment">Reads a variable; null when it is not set.</param>
    /// <param name="processPath">The program that this process runs.</param>
    /// <returns>A full path, or the bare name to be found on the search path.</returns>
    public static string Find(Func<string, string?> environment, string? processPath)
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var root = environment("DOTNET_ROOT");
        string?[] candidates =
        [
            environment("DOTNET_HOST_PATH"),
            Path.GetFileName(processPath) == name ? processPath : null,
            string.IsNullOrEmpty(root) ? null : Path.Combine(root, name),
        ];
        return Array.Find(candidates, File.Exists) ?? "dotnet";
    }
}
