using System.Globalization;
using TestFlock.Core.Packages;
using TestFlock.Core.Settings;
using TestFlock.Packages.Cache;

namespace TestFlock.Agent.Serving;

/// <summary>Reads what an agent is told about packages.</summary>
/// <param name="sources">Where it is told.</param>
/// <param name="errors">Gets what is wrong.</param>
internal sealed class AgentPackageOptionsReader(AgentSources sources, List<string> errors)
{
    private const long Gigabyte = 1024L * 1024 * 1024;

    public AgentPackageOptions Read() => new(
        Path.GetFullPath(sources.Find(AgentSetting.CacheFolder)?.Value ?? PackageCache.DefaultFolder),
        new CacheBounds
        {
            Size = ReadWhole(AgentSetting.CacheSize, 10_000, 10) * Gigabyte,
            Age = TimeSpan.FromDays(ReadWhole(AgentSetting.CacheDays, 3650, 30)),
        },
        [.. ReadStores()]);

    private int ReadWhole(AgentSetting setting, int most, int usual)
    {
        if (sources.Find(setting) is not var (value, place))
            return usual;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1
            && number <= most)
            return number;
        errors.Add($"{place}: '{value}' will not do. Write a whole number from 1 to {most}: {setting.Meaning}");
        return usual;
    }

    private IEnumerable<StoreAddress> ReadStores()
    {
        if (sources.FindAll(AgentSetting.Store) is not var (values, place))
            yield break;
        foreach (var value in values.SelectMany(v => v.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (StoreAddress.TryParse(value, out var address))
                yield return address;
            else
                errors.Add($"{place}: '{SecretMask.Hide(value)}' is no package store. Write an http or https "
                    + "address without ? and #, or a directory's full path.");
        }
    }
}
