using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TestFlock.Core.Packages;

namespace TestFlock.Packages.Stores;

/// <summary>
/// Content at a web address that takes PUT and GET, such as a repository of Artifactory or Nexus, or nginx with WebDAV.
/// Expiry is the server's affair.
/// </summary>
public sealed class HttpContentStore : IContentStore
{
    private const int AtOnce = 8;
    private const int Tries = 3;
    private static readonly TimeSpan PauseBetweenTries = TimeSpan.FromSeconds(1);

    // Between two pieces of an answer, not for the whole of it.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(100);

    private readonly HttpClient _client;
    private readonly Uri _address;
    private readonly TimeProvider _time;

    /// <param name="address">The folder's address; may have user and password before the host.</param>
    /// <param name="time">For pauses between tries.</param>
    public HttpContentStore(Uri address, TimeProvider time)
    {
        _time = time;
        var path = address.AbsolutePath.TrimEnd('/') + "/";
        _address = new UriBuilder(address) { UserName = "", Password = "", Path = path }.Uri;
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(15), PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
        _client = new HttpClient(handler)
        {
            Timeout = LongestSilence,
        };
        if (address.UserInfo.Length > 0)
        {
            var user = Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo));
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(user));
        }
    }

    public string Name => _address.AbsoluteUri.TrimEnd('/');

    public async Task<IReadOnlyCollection<ContentName>> FindMissingAsync(
        IReadOnlyCollection<ContentName> names, CancellationToken cancellationToken)
    {
        var missing = new System.Collections.Concurrent.ConcurrentBag<ContentName>();
        await Parallel.ForEachAsync(
            names,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (name, end) =>
            {
                using var answer = await SendAsync(() => new HttpRequestMessage(HttpMethod.Head, AddressOf(name)), end);
                if (answer.StatusCode == HttpStatusCode.NotFound)
                    missing.Add(name);
                else
                    Check(answer, "look for content");
            });
        return missing;
    }

    public async Task PutAsync(ContentName name, Stream content, CancellationToken cancellationToken)
    {
        var start = content.Position;
        using var answer = await SendAsync(
            () =>
            {
                content.Position = start;
                var body = new StreamContent(new LeftOpenStream(content));
                body.Headers.ContentLength = content.Length - start;
                body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
                return new HttpRequestMessage(HttpMethod.Put, AddressOf(name)) { Content = body };
            },
            cancellationToken);
        Check(answer, "keep content");
    }

    public async Task<bool> TryGetAsync(ContentName name, Stream destination, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(
            () => new HttpRequestMessage(HttpMethod.Get, AddressOf(name)), cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return false;
        Check(answer, "give content");
        try
        {
            await answer.Content.CopyToAsync(destination, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or HttpIOException)
        {
            throw Unreachable(e);
        }
    }

    public async Task RemoveAsync(ContentName name, CancellationToken cancellationToken)
    {
        // Many stores forbid it, on purpose; content is then as old as their own rules let it be.
        using var answer = await SendAsync(
            () => new HttpRequestMessage(HttpMethod.Delete, AddressOf(name)), cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private Uri AddressOf(ContentName name) => new(_address, name.Value);

    private async Task<HttpResponseMessage> SendAsync(
        Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var message = request();
                var answer = await _client.SendAsync(
                    message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                if (attempt == Tries || !IsPassing(answer.StatusCode))
                    return answer;
                answer.Dispose();
            }
            catch (Exception e) when (e is HttpRequestException or HttpIOException or TaskCanceledException
                && !cancellationToken.IsCancellationRequested)
            {
                if (attempt == Tries)
                    throw Unreachable(e);
            }

            await Task.Delay(PauseBetweenTries, _time, cancellationToken);
        }
    }

    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private void Check(HttpResponseMessage answer, string what)
    {
        if (answer.IsSuccessStatusCode)
            return;
        var cure = answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                "Give a user that may read and write there: https://user:%NAME%@host/path, with the variable "
                    + "NAME set to the password.",
            HttpStatusCode.RequestEntityTooLarge =>
                "Raise the server's limit of a request's body (nginx: client_max_body_size).",
            HttpStatusCode.InsufficientStorage => "The server is full: make room.",
            HttpStatusCode.MethodNotAllowed => "It must take PUT (nginx: dav_methods PUT DELETE).",
            HttpStatusCode.NotFound or HttpStatusCode.Conflict => "The folder must be there: check the address.",
            _ => "The folder must be there, and the server must have room and the right to write to it: check the "
                + "address, and the server's log.",
        };
        throw new PackageException($"The package store {Name} did not {what}: it answered {(int)answer.StatusCode} "
            + $"{answer.ReasonPhrase}. {cure}");
    }

    private PackageException Unreachable(Exception e) => new(
        $"The package store {Name} cannot be reached: {e.Message} Is it running, and are host and port right?", e);
}
