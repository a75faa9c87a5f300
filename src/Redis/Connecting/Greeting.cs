using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using StackExchange.Redis;

namespace TestFlock.Redis.Connecting;

/// <summary>
/// Greets a server as its protocol says, to learn what it refuses. Whether the client library tells a refused password
/// as such, or as a server that cannot be reached, is a matter of which of its threads is first.
/// </summary>
/// <remarks>Source of the form: https://redis.io/docs/latest/develop/reference/protocol-spec/</remarks>
internal static class Greeting
{
    private const int LongestAnswer = 4096;

    public static async Task<GreetingAnswer> AskAsync(
        ConfigurationOptions configuration, CertificateCheck certificate, CancellationToken cancellationToken)
    {
        string[][] commands =
        [
            .. configuration.Password is { Length: > 0 } password ? [["AUTH", password]] : (string[][])[],
            ["SELECT", (configuration.DefaultDatabase ?? 0).ToString(CultureInfo.InvariantCulture)],
        ];
        try
        {
            using var client = new TcpClient();
            var server = (DnsEndPoint)(configuration.EndPoints[0] is IPEndPoint address
                ? new DnsEndPoint(address.Address.ToString(), address.Port)
                : configuration.EndPoints[0]);
            await client.ConnectAsync(server.Host, server.Port, cancellationToken);
            await using var stream = await StreamAsync(client, configuration, certificate, cancellationToken);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(commands.Select(Request))), cancellationToken);
            return await ReadAsync(stream, commands.Length, cancellationToken);
        }
        catch (Exception e) when (
            e is IOException or SocketException or AuthenticationException or OperationCanceledException)
        {
            return GreetingAnswer.None; // It is a matter of reaching the server, which the client library has told.
        }
    }

    private static async Task<Stream> StreamAsync(
        TcpClient client,
        ConfigurationOptions configuration,
        CertificateCheck certificate,
        CancellationToken cancellationToken)
    {
        if (!configuration.Ssl)
            return client.GetStream();
        var encrypted = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, certificate.IsGood);
        await encrypted.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = configuration.SslHost }, cancellationToken);
        return encrypted;
    }

    private static string Request(string[] words) =>
        string.Create(CultureInfo.InvariantCulture, $"*{words.Length}\r\n")
        + string.Concat(words.Select(word =>
            string.Create(CultureInfo.InvariantCulture, $"${Encoding.UTF8.GetByteCount(word)}\r\n{word}\r\n")));

    private static async Task<GreetingAnswer> ReadAsync(
        Stream stream, int answers, CancellationToken cancellationToken)
    {
        var heard = new byte[LongestAnswer];
        var length = 0;
        while (length < heard.Length)
        {
            var read = await stream.ReadAsync(heard.AsMemory(length), cancellationToken);
            length += read;
            var lines = Encoding.UTF8.GetString(heard, 0, length).Split("\r\n")[..^1];
            if (lines.FirstOrDefault(line => line.StartsWith('-')) is { } refusal)
                return new GreetingAnswer(HasAnswered: true, refusal[1..]);
            if (lines.Length >= answers)
                return new GreetingAnswer(HasAnswered: true, Refusal: null);
            if (read == 0)
                break;
        }

        return GreetingAnswer.None;
    }
}

/// <param name="HasAnswered">Whether it said anything that Redis would say.</param>
/// <param name="Refusal">The first refusal, in the server's words; null when it refuses nothing.</param>
internal sealed record GreetingAnswer(bool HasAnswered, string? Refusal)
{
    public static GreetingAnswer None { get; } = new(HasAnswered: false, Refusal: null);
}
