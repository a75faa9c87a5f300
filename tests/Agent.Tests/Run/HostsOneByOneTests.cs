using System.Threading.Channels;
using TestFlock.Agent.Run;

namespace TestFlock.Agent.Tests.Run;

public sealed class HostsOneByOneTests
{
    private readonly Channel<(int Hosts, TaskCompletionSource Newest)> _asked =
        Channel.CreateUnbounded<(int, TaskCompletionSource)>();

    [Fact]
    public async Task The_next_starts_when_the_newest_can_serve_and_no_more_than_there_can_be()
    {
        await using var hosts = new HostsOneByOne(2, Prepare);

        var first = await NextAsync();
        var isAlone = _asked.Reader.Count == 0;
        first.Newest.SetResult();
        var second = await NextAsync();
        second.Newest.SetResult();
        await hosts.EndAsync();

        first.Hosts.ShouldBe(1);
        isAlone.ShouldBeTrue();
        second.Hosts.ShouldBe(2);
        _asked.Reader.Count.ShouldBe(0);
    }

    [Fact]
    public async Task EndAsync_does_not_wait_for_the_one_on_its_way_and_starts_no_other()
    {
        await using var hosts = new HostsOneByOne(3, Prepare);
        var first = await NextAsync();

        await hosts.EndAsync();
        first.Newest.SetResult();

        _asked.Reader.Count.ShouldBe(0);
    }

    private ValueTask<(int Hosts, TaskCompletionSource Newest)> NextAsync() => _asked.Reader.ReadAsync();

    private Task Prepare(int hosts)
    {
        var newest = new TaskCompletionSource();
        _asked.Writer.TryWrite((hosts, newest)).ShouldBeTrue();
        return newest.Task;
    }
}
