using System.Net;
using System.Net.Sockets;
using System.Text;
using TestFlock.Agent.Telemetry;
using TestFlock.Core.Telemetry;
using TestFlock.Testing;

namespace TestFlock.Agent.Tests.Telemetry;

/// <summary>Measurements as datagrams, received and read.</summary>
[Collection(TelemetryCollection.Name)]
public sealed class StatsdTests : IDisposable
{
    private readonly UdpClient _receiver = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly ManualTime _time = new();

    public void Dispose() => _receiver.Dispose();

    [Fact]
    public async Task Measurements_of_a_second_are_lines_of_one_datagram_in_statsds_form()
    {
        using var export = Start();
        FlockMeters.Results.Add(3, new KeyValuePair<string, object?>("outcome", "Passed"));
        FlockMeters.TestDuration.Record(1.2345);
        FlockMeters.SlotsBusy.Add(1);
        FlockMeters.SlotsBusy.Add(-1);
        _receiver.Available.ShouldBe(0);

        _time.Advance(StatsdDatagram.LongestWait);

        (await ReadAsync()).ShouldBe(
            "testflock.results:3|c|#outcome:Passed\n"
            + "testflock.test.duration:1234.500|ms\n"
            + "testflock.slots.busy:+1|g\n"
            + "testflock.slots.busy:-1|g");
    }

    [Fact]
    public async Task What_does_not_fit_goes_into_the_next_and_the_end_sends_what_is_left()
    {
        using (Start())
        {
            for (var ordinal = 0; ordinal < 100; ordinal++)
                FlockMeters.Attempts.Add(ordinal, new KeyValuePair<string, object?>("end", "Completed"));
        }

        var lines = new List<string>();
        while (lines.Count < 100)
        {
            var datagram = await ReadAsync();
            Encoding.UTF8.GetByteCount(datagram).ShouldBeLessThanOrEqualTo(StatsdDatagram.Longest);
            lines.AddRange(datagram.Split('\n'));
        }

        lines.ShouldBe(Enumerable.Range(0, 100).Select(n => $"testflock.attempts:{n}|c|#end:Completed"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a:b")]
    [InlineData("host:70000")]
    [InlineData("host:1:2")]
    public void TryParse_noAddress_isRefused(string text) => StatsdSender.TryParse(text, out _).ShouldBeFalse();

    private TelemetryExport Start()
    {
        var address = $"127.0.0.1:{((IPEndPoint)_receiver.Client.LocalEndPoint!).Port}";
        return TelemetryExport.Start(
            "agent", "host-7", name => name == TelemetryExport.StatsdVariable ? address : null, _time);
    }

    private async Task<string> ReadAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        return Encoding.UTF8.GetString((await _receiver.ReceiveAsync(limit.Token)).Buffer);
    }
}
