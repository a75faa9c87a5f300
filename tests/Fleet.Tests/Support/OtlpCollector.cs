using System.Net;
using System.Text;
using TestFlock.Tests.Servers;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>A collector of OTLP over HTTP; protocol buffers keep texts and ids as they are, so they can be looked for.</summary>
public sealed class OtlpCollector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Lock _gate = new();
    private readonly StringBuilder _traces = new(); // guarded by _gate

    public OtlpCollector()
    {
        Address = $"http://127.0.0.1:{FreePorts.Find(1)}";
        _listener.Prefixes.Add($"{Address}/");
        _listener.Start();
        _ = ReceiveAsync();
    }

    public string Address { get; }

    /// <summary>All that was said of traces, a character for a byte.</summary>
    public string Traces
    {
        get
        {
            lock (_gate)
                return _traces.ToString();
        }
    }

    public void Dispose() => _listener.Close();

    private async Task ReceiveAsync()
    {
        while (true)
        {
            var context = await _listener.GetContextAsync();
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            lock (_gate)
            {
                if (context.Request.RawUrl == "/v1/traces")
                    _traces.Append(Encoding.Latin1.GetString(body.ToArray()));
            }

            context.Response.Close();
        }
    }
}
