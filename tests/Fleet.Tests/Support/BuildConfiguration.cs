namespace TestFlock.Fleet.Tests.Support;

/// <summary>The configuration that everything beside these tests was built in, too.</summary>
internal static class BuildConfiguration
{
    // …/bin/Debug/net10.0/
    public static string Name { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
}
