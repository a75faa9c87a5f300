using System.Net;
using System.Net.Sockets;
using System.Text;
using TestFlock.Agent.Telemetry;
using TestFlock.Core.Telemetry;

namespace TestFlock.Agent.Tests.Telemetry;

/// <summary>Measurements as datagrams, received and read.</summary>
[Collection(TelemetryCollection.Name)]
public sealed class StatsdTests
{
    [Fact]
    public async Task Each_measurement_is_one_datagram_in_statsds_form()
    {
        using var receiver = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)receiver.Client.LocalEndPoint!).Port;
        using var export = TelemetryExport.Start(
            "agent", "host-7", name => name == TelemetryExport.StatsdVariable ? $"127.0.0.1:{port}" : null);

        FlockMeters.Results.Add(3, new KeyValuePair<string, object?>("outcome", "Passed"));
        FlockMeters.TestDuration.Record(1.2345);
        FlockMeters.SlotsBusy.Add(1);
        FlockMeters.SlotsBusy.Add(-1);

        (await ReadAsync(receiver)).ShouldBe("testflock.results:3|c|#outcome:Passed");
        (await ReadAsync(receiver)).ShouldBe("testflock.test.duration:1234.500|ms");
        (await ReadAsync(receiver)).ShouldBe("testflock.slots.busy:+1|g");
        (await ReadAsync(receiver)).ShouldBe("testflock.slots.busy:-1|g");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a:b")]
    [InlineData("host:70000")]
    [InlineData("host:1:2")]
    public void TryParse_noAddress_isRefused(string text) => StatsdSender.TryParse(text, out _).ShouldBeFalse();

    private static async Task<string> ReadAsync(UdpClient receiver)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        return Encoding.UTF8.GetString((await receiver.ReceiveAsync(limit.Token)).Buffer);
    }
}
