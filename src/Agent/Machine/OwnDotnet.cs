namespace TestFlock.Agent.Machine;

/// <summary>The <c>dotnet</c> that runs this program, or else the one on the search path.</summary>
internal static class OwnDotnet
{
    public static string Path { get; } = System.IO.Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
        ? Environment.ProcessPath!
        : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
}
