namespace TestFlock.Core.Settings.Reading;

/// <summary>Every setting there is.</summary>
internal static class SettingsCatalog
{
    public static IReadOnlyList<Setting> All { get; } =
    [
        .. TopElements.All, .. EnvironmentElement.All, .. VariablesElement.All, .. PackageElement.All,
        AttachmentsElement.MostMegabytes, .. RetryElement.All, .. QuarantineElement.All, .. TimeoutsElement.All,
        .. AllureElement.All, .. TestOpsElement.All,
    ];

    /// <summary>
    /// The names of the elements that may stand below <paramref name="path"/>; empty for the section itself.
    /// </summary>
    public static IReadOnlyList<string> FindChildren(string path)
    {
        var prefix = path.Length == 0 ? "" : path + "/";
        return
        [
            .. All.Where(setting => setting.Element.StartsWith(prefix, StringComparison.Ordinal))
                .Select(setting => setting.Element[prefix.Length..].Split('/')[0])
                .Where(name => name.Length > 0)
                .Distinct(),
        ];
    }

    /// <summary>What an element holds by itself.</summary>
    public static IReadOnlyList<Setting> FindValues(string path) => [.. All.Where(setting => setting.Element == path)];
}
