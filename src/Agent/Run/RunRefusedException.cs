namespace TestFlock.Agent.Run;

/// <summary>The run cannot begin as it was asked for; every reason at once.</summary>
internal sealed class RunRefusedException(IReadOnlyList<string> errors) : Exception(
    string.Join(Environment.NewLine, errors))
{
    public IReadOnlyList<string> Errors { get; } = errors;
}
