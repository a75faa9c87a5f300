using System.Threading.Channels;
using TestFlock.Core.Servers;

namespace TestFlock.Tests.Conformance;

/// <summary>Keeps what a coordinator would tell its user.</summary>
public sealed class RecordingWatcher : IServerWatcher
{
    private readonly Channel<string> _told = Channel.CreateUnbounded<string>();

    public ChannelReader<string> Told => _told.Reader;

    public void Lost(string server, string why) => _told.Writer.TryWrite($"lost {server}");

    public void Back(string server, TimeSpan awayFor) => _told.Writer.TryWrite($"back {server}");
}
