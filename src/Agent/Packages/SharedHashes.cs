using System.Text.Json;
using TestFlock.Core.Packages;

namespace TestFlock.Agent.Packages;

/// <summary>
/// The files of a test output that tell one build from another: the test assembly, what says which packages it was
/// built with, and the assemblies of the projects that it refers to.
/// </summary>
internal static class SharedHashes
{
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(
        IEnumerable<string> sources, string folder, CancellationToken cancellationToken)
    {
        var hashes = new Dictionary<string, string>();
        foreach (var name in sources.SelectMany(FindFiles).Distinct())
        {
            var file = Path.Combine(folder, name);
            if (PackagePath.FindFault(name) is not null || !File.Exists(file))
                continue;
            await using var content = new FileStream(
                file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            hashes[name] = (await ContentHash.OfAsync(content, cancellationToken)).Hex;
        }

        return hashes;
    }

    private static IEnumerable<string> FindFiles(string source)
    {
        yield return Path.GetFileName(source);
        var deps = Path.ChangeExtension(source, ".deps.json");
        if (!File.Exists(deps))
            yield break;
        yield return Path.GetFileName(deps);
        foreach (var project in FindProjects(deps))
            yield return project;
    }

    // libraries: { "Shop/1.0.0": { "type": "project", … } }; a project's assembly is called as it is, or is in the hash
    // of deps.json's own entry, where somebody named it otherwise.
    private static IEnumerable<string> FindProjects(string deps)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(deps));
            return json.RootElement.TryGetProperty("libraries", out var libraries)
                ? [.. libraries.EnumerateObject()
                    .Where(l => l.Value.TryGetProperty("type", out var type) && type.ValueEquals("project"))
                    .Select(l => l.Name.Split('/')[0] + ".dll")]
                : [];
        }
        catch (JsonException)
        {
            // Whoever needs the file will say what is wrong with it.
            return [];
        }
    }
}
