namespace TestFlock.Agent.Provisioning;

/// <summary>Where the agents of a pool come from.</summary>
internal interface IProvisioner
{
    /// <summary>
    /// Whether its agents must leave before this process ends; else they serve on, and are found again.
    /// </summary>
    bool IsTheirHome { get; }

    /// <summary>Begins to bring an agent to life; whether it comes is seen in the flock.</summary>
    /// <exception cref="ProvisioningException">It will not come; the message says why.</exception>
    Task StartAsync(string agent, CancellationToken cancellationToken);

    /// <summary>Takes away what an agent ran on that has left, was lost, or never came.</summary>
    /// <param name="agent">Its name.</param>
    /// <param name="patience">How long it may take to end by itself.</param>
    /// <param name="cancellationToken">There is no time left for it.</param>
    /// <exception cref="ProvisioningException">It could not be taken away; the message says why.</exception>
    Task RemoveAsync(string agent, TimeSpan patience, CancellationToken cancellationToken);
}
