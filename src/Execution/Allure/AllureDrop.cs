using TestFlock.Contracts;
using TestFlock.Execution.Secrets;

namespace TestFlock.Execution.Allure;

/// <summary>
/// Where Allure's own adapters inside a test process leave their results: a folder of our own instead of the one that
/// the user's configuration names, which would be on this machine and for nobody.
/// </summary>
internal sealed class AllureDrop
{
    /// <summary>Names the configuration for Allure's own adapters.</summary>
    private const string Variable = "ALLURE_CONFIG";

    private readonly string _folder;
    private readonly SecretValues _secrets;
    private int _takes;

    private AllureDrop(string folder, SecretValues secrets) => (_folder, _secrets) = (folder, secrets);

    private string Results => Path.Combine(_folder, "results");

    /// <param name="manifest">Says whether the run gathers such results.</param>
    /// <param name="folder">The process's own; the drop is made in it.</param>
    /// <param name="source">The test assembly, beside which the user's configuration may lie.</param>
    /// <param name="environment">The process's; gets the name of a configuration that leads here.</param>
    /// <returns>Null when nobody gathers them, or the user's configuration is none that could be changed.</returns>
    public static AllureDrop? Open(
        RunManifest manifest, string folder, string source, IDictionary<string, string> environment)
    {
        if (!manifest.GathersAllureResults)
            return null;
        var drop = new AllureDrop(Path.Combine(folder, "allure"), SecretValues.Of(manifest));
        var users = environment.TryGetValue(Variable, out var named) && named.Length > 0
            ? named
            : Path.Combine(Path.GetDirectoryName(source)!, "allureConfig.json");
        if (AllureConfigCopy.TryMake(users, drop.Results) is not { } configuration)
            return null;
        Directory.CreateDirectory(drop.Results);
        var file = Path.Combine(drop._folder, "allureConfig.json");
        File.WriteAllBytes(file, configuration);
        environment[Variable] = file;
        return drop;
    }

    /// <summary>
    /// What was left since the last time. The files lie in a folder of their own from here on, which may go when the
    /// batch is done.
    /// </summary>
    /// <param name="release">Gets that folder.</param>
    public AttachmentSet? Take(Action<string> release)
    {
        if (!Directory.EnumerateFiles(Results).Any())
            return null;
        var taken = Directory.CreateDirectory(Path.Combine(_folder, $"taken-{++_takes}")).FullName;
        var items = new List<Attachment>();
        foreach (var file in Directory.EnumerateFiles(Results))
        {
            var path = Path.Combine(taken, Path.GetFileName(file));
            File.Move(file, path);
            HideSecrets(path);
            items.Add(new Attachment { Path = path });
        }

        release(taken);
        return new AttachmentSet { Uri = AttachmentSet.OfAllure, DisplayName = "Allure results", Items = items };
    }

    // Results are what tests say; what they attach is theirs.
    private void HideSecrets(string file)
    {
        if (_secrets.Values.Count > 0 && file.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            File.WriteAllBytes(file, MaskedJson.Hide(_secrets, File.ReadAllBytes(file)));
    }
}
