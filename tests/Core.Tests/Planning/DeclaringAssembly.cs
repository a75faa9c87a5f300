namespace TestFlock.Core.Tests.Planning;

/// <summary>The assemblies of tests/Declares, as files beside these tests.</summary>
internal static class DeclaringAssembly
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, $"Declares.{name}.dll");

    public static Stream? Open(string path) => File.Exists(path) ? File.OpenRead(path) : null;
}
