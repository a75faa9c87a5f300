using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace TestFlock.Redis.Connecting;

/// <summary>
/// The system's own judgement of the server's certificate, kept in words: the client library tells a refused
/// certificate like any other connection that broke.
/// </summary>
internal sealed class CertificateCheck
{
    private volatile string? _problem;

    /// <summary>What was wrong with the last certificate; null when nothing was, or none came.</summary>
    public string? Problem => _problem;

    public bool IsGood(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        _problem = errors == SslPolicyErrors.None
            ? null
            : string.Join("; ", (chain?.ChainStatus ?? []).Select(s => s.StatusInformation.Trim())
                .Prepend(errors.ToString()).Distinct());
        return _problem is null;
    }
}
