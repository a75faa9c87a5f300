using TestFlock.Contracts;

namespace TestFlock.Execution.Secrets;

/// <summary>
/// Masks the values of secret variables in everything that a test process says, before it leaves the agent.
/// </summary>
/// <param name="secrets">What is masked.</param>
/// <param name="events">Takes the rest.</param>
internal sealed class HiddenSecrets(SecretValues secrets, Func<AgentEvent, ValueTask> events)
{
    public ValueTask TellAsync(AgentEvent happened) => events(Hide(happened));

    public AgentEvent Hide(AgentEvent happened) => secrets.Values.Count == 0 ? happened : happened switch
    {
        ResultArrived arrived => arrived with { Result = Hide(arrived.Result) },
        AttemptEnded { Reason: { } reason } ended => ended with { Reason = secrets.Hide(reason) },
        AgentNote note => note with { Text = secrets.Hide(note.Text) },
        BatchFailed failed => failed with { Reason = secrets.Hide(failed.Reason) },
        _ => happened,
    };

    private TestResult Hide(TestResult result) => result with
    {
        DisplayName = result.DisplayName is { } name ? secrets.Hide(name) : null,
        ErrorMessage = result.ErrorMessage is { } message ? secrets.Hide(message) : null,
        ErrorStackTrace = result.ErrorStackTrace is { } trace ? secrets.Hide(trace) : null,
        Messages = [.. result.Messages.Select(m => m with { Text = m.Text is { } text ? secrets.Hide(text) : null })],
    };
}
