using System.Net;
using System.Net.Sockets;

namespace TestFlock.Bench.Costs;

/// <summary>A statsd and an OTLP collector that take what comes.</summary>
internal sealed class Receivers : IDisposable
{
    private readonly UdpClient _statsd = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly HttpListener _otlp = new();
    private long _datagrams;
    private long _requests;

    public Receivers()
    {
        Statsd = $"127.0.0.1:{((IPEndPoint)_statsd.Client.LocalEndPoint!).Port}";
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Otlp = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        _otlp.Prefixes.Add($"{Otlp}/");
        _otlp.Start();
        _ = CountDatagramsAsync();
        _ = AnswerRequestsAsync();
    }

    public string Statsd { get; }

    public string Otlp { get; }

    public long Datagrams => Interlocked.Read(ref _datagrams);

    public long Requests => Interlocked.Read(ref _requests);

    public void Dispose()
    {
        _statsd.Dispose();
        _otlp.Close();
    }

    private async Task CountDatagramsAsync()
    {
        while (true)
        {
            await _statsd.ReceiveAsync();
            Interlocked.Increment(ref _datagrams);
        }
    }

    private async Task AnswerRequestsAsync()
    {
        while (true)
        {
            var request = await _otlp.GetContextAsync();
            await request.Request.InputStream.CopyToAsync(Stream.Null);
            Interlocked.Increment(ref _requests);
            request.Response.Close();
        }
    }
}
