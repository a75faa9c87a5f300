namespace TestFlock.Core.Settings.Reading;

/// <summary>What must hold between settings.</summary>
internal static class SettingsRules
{
    private const string Coverage = "XPlat Code Coverage";

    /// <param name="settings">As read.</param>
    /// <param name="collectors">The data collectors of the run.</param>
    /// <param name="sheet">Knows what was written where.</param>
    /// <param name="errors">Gets what is wrong.</param>
    public static void Check(
        FlockSettings settings, IReadOnlyList<string> collectors, SettingsSheet sheet, ErrorList errors)
    {
        CheckIsolation(settings, collectors, sheet, errors);
        CheckCoverage(settings, collectors, sheet, errors);
        CheckServers(settings, sheet, errors);
        CheckPackage(settings, sheet, errors);
        CheckRetry(settings, sheet, errors);
    }

    public static IEnumerable<string> FindIneffective(FlockSettings settings)
    {
        if (settings is { Slots: { } slots, Broker: { } broker, WhenNoAgents: not NoAgentsPolicy.Local })
        {
            yield return $"<Slots> {slots} has no effect with <Broker> {broker}: each agent brings its own slots "
                + "(testflock agent --slots).";
        }

        if (settings is { Broker: null, Package.Source: not PackageSource.Shared })
        {
            yield return $"<Package Source> {settings.Package.Source.ToString().ToLowerInvariant()} has no effect with "
                + "<Broker> embedded: tests on this machine run in their own place.";
        }

        if (settings is { Broker: null, Variables.Pass.Count: > 0 })
        {
            yield return "<Variables/Pass> has no effect with <Broker> embedded: tests on this machine inherit the "
                + "whole environment of the caller.";
        }
    }

    // Collectors begin and end with a call of the test platform; a warm host lives through many, and has no platform
    // beside it.
    private static void CheckIsolation(
        FlockSettings settings, IReadOnlyList<string> collectors, SettingsSheet sheet, ErrorList errors)
    {
        if (settings.Isolation != Contracts.Isolation.Warm || collectors.Count == 0)
            return;
        errors.Add(TopElements.Isolation, sheet.FindLine(TopElements.Isolation),
            $"warm does not go with data collectors, and the run settings or the command line switch on "
                + $"{string.Join(", ", collectors)}.",
            "Write process for runs with collectors, or leave <Isolation> out, which then means process.");
    }

    // It gathers what processes of this machine leave with it, and no other.
    private static void CheckCoverage(
        FlockSettings settings, IReadOnlyList<string> collectors, SettingsSheet sheet, ErrorList errors)
    {
        if (settings.Broker is not { } address || !collectors.Contains(Coverage, StringComparer.OrdinalIgnoreCase))
            return;
        errors.Add(TopElements.Broker, sheet.FindLine(TopElements.Broker),
            $"{address} does not go with the data collector {Coverage}: it would see nothing "
                + "of tests on other machines.",
            "Write embedded for runs with coverage, or leave the collector out.");
    }

    private static void CheckServers(FlockSettings settings, SettingsSheet sheet, ErrorList errors)
    {
        var (broker, coordination) = (TopElements.Broker, TopElements.Coordination);
        if (errors.IsFaulty(broker) || errors.IsFaulty(coordination))
            return;
        if (settings is { Broker: { } address, Coordination: null })
        {
            errors.Add(coordination, sheet.FindLine(coordination) ?? sheet.FindLine(broker),
                $"embedded does not go with <Broker> {address}: agents on other machines must share the coordination.",
                "Write an address such as redis://host:6379.");
        }
        else if (settings is { Broker: null, Coordination: { } server })
        {
            errors.Add(broker, sheet.FindLine(broker) ?? sheet.FindLine(coordination),
                $"embedded does not go with <Coordination> {server}: nobody else could get at the batches.",
                "Write an address such as amqp://user@host, or leave <Coordination> out.");
        }
    }

    private static void CheckPackage(FlockSettings settings, SettingsSheet sheet, ErrorList errors)
    {
        if (errors.IsFaulty(PackageElement.Source))
            return;
        if (settings.Package.Source == PackageSource.Nuget)
        {
            foreach (var setting in new[] { PackageElement.Id, PackageElement.Version }.Where(s => !sheet.IsWritten(s)))
                errors.Add(setting, sheet.FindLine(setting), "Source nuget needs it.", $"Give {setting.Range}.");
        }
        else
        {
            RefuseUnless("nuget", PackageElement.Id, PackageElement.Version, PackageElement.Feed);
        }

        if (settings.Package.Source != PackageSource.Upload)
            RefuseUnless("upload", PackageElement.Exclude);

        void RefuseUnless(string source, params Setting[] needless)
        {
            foreach (var setting in needless.Where(sheet.IsWritten))
            {
                errors.Add(setting, sheet.FindLine(setting), $"it goes with Source {source} only.",
                    $"Take it out, or write Source=\"{source}\".");
            }
        }
    }

    private static void CheckRetry(FlockSettings settings, SettingsSheet sheet, ErrorList errors)
    {
        // Max="0" is a word, too: then only tests with a trait of their own are tried again.
        if (settings.Retry.Max > 0 || sheet.IsWritten(RetryElement.Max))
            return;
        foreach (var setting in RetryElement.All.Where(s => s != RetryElement.Max && sheet.IsWritten(s)))
        {
            errors.Add(setting, sheet.FindLine(setting), "it has no effect while nothing is retried.",
                "Take it out, or write Max with the number of retries, 0 if only the tests' own traits count.");
        }
    }
}
