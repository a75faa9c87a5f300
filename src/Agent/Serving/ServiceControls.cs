namespace TestFlock.Agent.Serving;

/// <summary>What a service manager asks by other means than signals.</summary>
/// <param name="Drain">Take nothing new; what runs, ends: as the first SIGTERM.</param>
/// <param name="Leave">The machine goes down: as the second.</param>
internal sealed record ServiceControls(CancellationToken Drain, CancellationToken Leave)
{
    /// <summary>Nobody asks: signals are all there is.</summary>
    public static ServiceControls None { get; } = new(CancellationToken.None, CancellationToken.None);
}
