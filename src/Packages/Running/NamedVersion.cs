using TestFlock.Contracts;

namespace TestFlock.Packages.Running;

/// <summary>Says in every result which published version it is of.</summary>
internal sealed class NamedVersion(RunManifest manifest, Func<AgentEvent, ValueTask> events)
{
    // The test platform's category for what it shows beside standard output and error.
    private const string AdditionalInfo = "AdtnlInfo";

    private readonly string[] _versions =
    [
        .. manifest.Packages.Where(p => p.Origin == PackageOrigin.Nuget)
            .Select(p => $"TestFlock: package {p.Id} {p.Version}."),
    ];

    public ValueTask TellAsync(AgentEvent happened) => events(_versions.Length > 0 && happened is ResultArrived arrived
        ? arrived with
        {
            Result = arrived.Result with
            {
                Messages = [.. arrived.Result.Messages, .. _versions.Select(Message)],
            },
        }
        : happened);

    private static ResultMessage Message(string version) =>
        new() { Category = AdditionalInfo, Text = version + Environment.NewLine };
}
