using System.Globalization;
using System.Net.Sockets;
using System.Text;
using TestFlock.Agent.Serving;

namespace TestFlock.Agent.Tests.Serving;

/// <summary>What systemd hears, on a socket like its own.</summary>
public sealed class SupervisorTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"testflock-{Guid.NewGuid():N}.sock");
    private readonly Socket _systemd = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);

    public SupervisorTests() => _systemd.Bind(new UnixDomainSocketEndPoint(_path));

    public void Dispose()
    {
        _systemd.Dispose();
        File.Delete(_path);
    }

    [Fact]
    public async Task It_hears_of_life_readiness_and_drain()
    {
        using var supervisor = new Supervisor(Variable, TimeProvider.System);
        (await HearAsync()).ShouldBe("WATCHDOG=1");
        (await HearAsync()).ShouldBe("WATCHDOG=1");

        supervisor.Ready("Offers 4 slots");
        supervisor.Stopping(TimeSpan.FromMinutes(10));

        (await HearOtherAsync()).ShouldBe("READY=1\nSTATUS=Offers 4 slots");
        (await HearOtherAsync()).ShouldBe("STOPPING=1\nSTATUS=Drains\nEXTEND_TIMEOUT_USEC=600000000");
    }

    private string? Variable(string name) => name switch
    {
        "NOTIFY_SOCKET" => _path,
        "WATCHDOG_USEC" => "100000",
        "WATCHDOG_PID" => Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private async Task<string> HearOtherAsync()
    {
        string heard;
        do
            heard = await HearAsync();
        while (heard == "WATCHDOG=1");
        return heard;
    }

    private async Task<string> HearAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var buffer = new byte[4096];
        var length = await _systemd.ReceiveAsync(buffer, SocketFlags.None, limit.Token);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
