namespace TestFlock.Core.Settings.Reading;

/// <summary>What must hold between settings.</summary>
internal static class SettingsRules
{
    public static void Check(FlockSettings settings, SettingsSheet sheet, ErrorList errors)
    {
        CheckServers(settings, sheet, errors);
        CheckPackage(settings, sheet, errors);
        CheckRetry(settings, sheet, errors);
    }

    public static IEnumerable<string> FindIneffective(FlockSettings settings)
    {
        if (settings is { Slots: { } slots, Broker: { } broker })
        {
            yield return $"<Slots> {slots} has no effect with <Broker> {broker}: each agent brings its own slots "
                + "(testflock agent --slots).";
        }

        if (settings is { Broker: null, Variables.Pass.Count: > 0 })
        {
            yield return "<Variables/Pass> has no effect with <Broker> embedded: tests on this machine inherit the "
                + "whole environment of the caller.";
        }
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
            return;
        }

        foreach (var setting in PackageElement.All.Where(s => s != PackageElement.Source && sheet.IsWritten(s)))
        {
            errors.Add(setting, sheet.FindLine(setting), "it goes with Source nuget only.",
                "Take it out, or write Source=\"nuget\".");
        }
    }

    private static void CheckRetry(FlockSettings settings, SettingsSheet sheet, ErrorList errors)
    {
        if (settings.Retry.Max > 0 || errors.IsFaulty(RetryElement.Max))
            return;
        foreach (var setting in RetryElement.All.Where(s => s != RetryElement.Max && sheet.IsWritten(s)))
        {
            errors.Add(setting, sheet.FindLine(setting), "it has no effect while nothing is retried.",
                "Take it out, or write Max with the number of retries.");
        }
    }
}
