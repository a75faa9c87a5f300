using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>A page in a headless Chromium, spoken to by its debugging protocol.</summary>
public sealed class Browser : IAsyncDisposable
{
    private readonly ChildProgram _chromium;
    private readonly ClientWebSocket _page = new();
    private int _calls;

    private Browser(ChildProgram chromium) => _chromium = chromium;

    /// <summary>Null where no Chromium is installed.</summary>
    public static string? Program { get; } = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
        .FirstOrDefault(File.Exists);

    /// <param name="url">The page.</param>
    /// <param name="folder">For what the browser keeps.</param>
    public static async Task<Browser> OpenAsync(string url, string folder)
    {
        var browser = new Browser(ChildProgram.StartProgram(Program!, folder, new Dictionary<string, string>(),
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--window-size=1400,900",
            $"--user-data-dir={Path.Combine(folder, "chromium")}", url,
        ]));
        var line = await browser._chromium.LineAsync("DevTools listening on ws://");
        var place = new Uri(line[line.IndexOf("ws://", StringComparison.Ordinal)..].Trim());
        using var http = new HttpClient();
        using var targets = JsonDocument.Parse(await http.GetStringAsync($"http://{place.Authority}/json"));
        var page = targets.RootElement.EnumerateArray().First(t => t.GetProperty("type").GetString() == "page");
        await browser._page.ConnectAsync(
            new Uri(page.GetProperty("webSocketDebuggerUrl").GetString()!), CancellationToken.None);
        return browser;
    }

    /// <summary>Returns when the condition holds in the page, whatever page it is until then.</summary>
    public async Task UntilAsync(string condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            while (!await HoldsAsync(condition, limit.Token))
                limit.Token.ThrowIfCancellationRequested();
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException($"The page did not come to {condition}.", e);
        }
    }

    public async Task SavePictureAsync(string file)
    {
        var picture = await CallAsync("Page.captureScreenshot", new { format = "png" }, CancellationToken.None);
        await File.WriteAllBytesAsync(file, picture.GetProperty("result").GetProperty("data").GetBytesFromBase64());
    }

    public async ValueTask DisposeAsync()
    {
        _page.Dispose();
        await _chromium.DisposeAsync();
    }

    /// <summary>Waits in the page for its changes, so that it takes no time from what is watched.</summary>
    /// <returns>False when the page went away meanwhile, as the empty one does that every browser begins with.</returns>
    private async Task<bool> HoldsAsync(string condition, CancellationToken cancellationToken)
    {
        var answer = await CallAsync("Runtime.evaluate", new
        {
            expression = $$"""
                new Promise(seen => {
                  const holds = () => { try { return Boolean({{condition}}); } catch { return false; } };
                  const changes = new MutationObserver(() => { if (holds()) seen(true); });
                  changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
                  if (holds()) seen(true);
                })
                """,
            awaitPromise = true,
            returnByValue = true,
        }, cancellationToken);
        return answer.TryGetProperty("result", out var call) && call.TryGetProperty("result", out var result)
            && result.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.True;
    }

    private async Task<JsonElement> CallAsync(string method, object parameters, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        var id = ++_calls;
        await _page.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters }),
            WebSocketMessageType.Text, endOfMessage: true, limit.Token);
        while (true)
        {
            var message = JsonDocument.Parse(await ReceiveAsync(limit.Token)).RootElement;
            if (message.TryGetProperty("id", out var answered) && answered.GetInt32() == id)
                return message;
        }
    }

    private async Task<string> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[64 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await _page.ReceiveAsync(buffer, cancellationToken);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return Encoding.UTF8.GetString(message.ToArray());
    }
}
