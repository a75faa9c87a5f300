using TestFlock.Contracts;
using TestFlock.Core.Settings;

namespace TestFlock.Packages.Running;

/// <summary>
/// Masks the values of secret variables in everything that a test process says, before it leaves the agent.
/// </summary>
internal sealed class HiddenSecrets
{
    // Shorter ones are words of any text; masking them would hide more than the secret.
    private const int Shortest = 4;

    private readonly string[] _values;
    private readonly Func<AgentEvent, ValueTask> _events;

    public HiddenSecrets(RunManifest manifest, Func<AgentEvent, ValueTask> events)
    {
        _events = events;

        // The longer first: one may be a part of another.
        _values =
        [
            .. manifest.SecretVariables.Select(name => manifest.Variables.GetValueOrDefault(name) ?? "")
                .Where(value => value.Length >= Shortest).Distinct().OrderByDescending(value => value.Length),
        ];
    }

    public ValueTask TellAsync(AgentEvent happened) => _events(_values.Length == 0 ? happened : happened switch
    {
        ResultArrived arrived => arrived with { Result = Hide(arrived.Result) },
        AttemptEnded ended => ended with { Reason = Hide(ended.Reason) },
        AgentNote note => note with { Text = Hide(note.Text)! },
        BatchFailed failed => failed with { Reason = Hide(failed.Reason)! },
        _ => happened,
    });

    private TestResult Hide(TestResult result) => result with
    {
        ErrorMessage = Hide(result.ErrorMessage),
        ErrorStackTrace = Hide(result.ErrorStackTrace),
        Messages = [.. result.Messages.Select(m => m with { Text = Hide(m.Text) })],
    };

    private string? Hide(string? text) =>
        text is null ? null : _values.Aggregate(
            text, (shown, value) => shown.Replace(value, SecretMask.Mask, StringComparison.Ordinal));
}
