using System.Text;

namespace TestFlock.Core.Settings;

/// <summary>The TestOps server that gets results while the run goes on.</summary>
public sealed record TestOpsOptions
{
    /// <summary>The server's address, http or https.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The project's number on that server, from 1.</summary>
    public required int Project { get; init; }

    /// <summary>An API token; secret.</summary>
    public required string Token { get; init; }

    /// <summary>What the launch is called; null: the suite's name.</summary>
    public string? Launch { get; init; }

    /// <summary>Without the token.</summary>
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Endpoint = ").Append(SecretMask.Hide(Endpoint.OriginalString))
            .Append(", Project = ").Append(Project)
            .Append(", Launch = ").Append(Launch);
        return true;
    }
}
