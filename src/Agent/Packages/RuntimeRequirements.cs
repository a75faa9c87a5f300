using System.Text.Json;
using TestFlock.Core.Coordination;
using TestFlock.Core.Matching;

namespace TestFlock.Agent.Packages;

/// <summary>What a test assembly's own files say of the .NET and the machine that it runs on.</summary>
internal static class RuntimeRequirements
{
    private static readonly Dictionary<string, string> Capabilities = new()
    {
        ["Microsoft.NETCore.App"] = "dotnet",
        ["Microsoft.AspNetCore.App"] = "aspnetcore",
        ["Microsoft.WindowsDesktop.App"] = "windowsdesktop",
    };

    // Agents of protocol 1 tell of no other; while some are there, these are found out by those who run the tests.
    private static readonly string[] UnknownToFirst = ["aspnetcore", "windowsdesktop"];

    /// <param name="source">Full path of the test assembly.</param>
    /// <param name="agents">Those that live.</param>
    /// <returns>Nothing where the files say nothing, or nothing that can be understood: whoever runs it will say
    /// so.</returns>
    public static RequirementSet Of(string source, IReadOnlyList<AgentDescription> agents)
    {
        var runtime = OfRuntime(Path.ChangeExtension(source, ".runtimeconfig.json"))
            .Where(r => !agents.Any(a => a.Protocol == 1) || !Array.Exists(UnknownToFirst, r.StartsWith));
        var text = string.Join("; ", runtime.Concat(OfMachine(Path.ChangeExtension(source, ".deps.json"))));
        return RequirementSet.TryParse(text, out var requirements, out _) ? requirements : RequirementSet.None;
    }

    private static List<string> OfRuntime(string file) => Read(file, root =>
    {
        var requirements = new List<string>();
        if (!root.TryGetProperty("runtimeOptions", out var options))
            return requirements;
        var rollForward = options.TryGetProperty("rollForward", out var choice) ? choice.GetString() : null;
        foreach (var framework in FrameworksOf(options))
        {
            if (!Capabilities.TryGetValue(framework.GetProperty("name").GetString() ?? "", out var capability)
                || !Version.TryParse(framework.GetProperty("version").GetString()?.Split('-')[0], out var version))
                continue;
            if (rollForward is not ("Major" or "LatestMajor"))
                requirements.Add($"{capability}={version.Major}");
            requirements.Add($"{capability}>={version.Major}.{version.Minor}");
        }

        return requirements;
    });

    private static JsonElement[] FrameworksOf(JsonElement options) =>
        options.TryGetProperty("frameworks", out var several) ? [.. several.EnumerateArray()]
        : options.TryGetProperty("framework", out var one) ? [one]
        : [];

    // ".NETCoreApp,Version=v10.0/linux-musl-x64" when it was built for one kind of machine.
    private static List<string> OfMachine(string file) => Read(file, root =>
    {
        var target = root.TryGetProperty("runtimeTarget", out var runtime)
            ? runtime.GetProperty("name").GetString() ?? ""
            : "";
        if (target.Split('/') is not [_, var machine] || machine.Split('-') is not [var os, .., var architecture])
            return [];
        var system = os switch
        {
            "win" => "windows",
            "osx" => "macos",
            _ => os,
        };
        return [$"os={system}", $"arch={architecture}"];
    });

    private static List<string> Read(string file, Func<JsonElement, List<string>> read)
    {
        try
        {
            if (!File.Exists(file))
                return [];
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            return read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return [];
        }
    }
}
