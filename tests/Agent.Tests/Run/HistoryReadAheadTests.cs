using TestFlock.Agent.Run;
using TestFlock.Core.History;

namespace TestFlock.Agent.Tests.Run;

public sealed class HistoryReadAheadTests
{
    [Fact]
    public async Task ReadAsync_the_suite_was_read_before_anybody_asked()
    {
        var store = new CountedHistory();
        var ahead = new HistoryReadAhead(store, "shop");

        await store.FirstRead;
        var durations = await ahead.ReadAsync("shop", CancellationToken.None);

        durations.ShouldBeSameAs(store.Durations);
        store.Read.ShouldBe(["shop"]);
    }

    [Fact]
    public async Task ReadAsync_another_suite_is_read_when_asked_for()
    {
        var store = new CountedHistory();
        var ahead = new HistoryReadAhead(store, "shop");
        await store.FirstRead;

        await ahead.ReadAsync("stock", CancellationToken.None);

        store.Read.ShouldBe(["shop", "stock"]);
    }

    [Fact]
    public async Task ReadAsync_fails_as_the_store_did()
    {
        var ahead = new HistoryReadAhead(new CountedHistory { Fails = true }, "shop");

        await Should.ThrowAsync<HistoryException>(() => ahead.ReadAsync("shop", CancellationToken.None));
    }

    private sealed class CountedHistory : IDurationHistory
    {
        private readonly TaskCompletionSource _firstRead = new();

        public SuiteDurations Durations { get; } = new(new Dictionary<TestKey, RecentDurations>());

        public List<string> Read { get; } = [];

        public bool Fails { get; init; }

        public Task FirstRead => _firstRead.Task;

        public Task<SuiteDurations> ReadAsync(string suite, CancellationToken cancellationToken)
        {
            Read.Add(suite);
            _firstRead.TrySetResult();
            return Fails
                ? Task.FromException<SuiteDurations>(new HistoryException("no access", new IOException()))
                : Task.FromResult(Durations);
        }

        public Task RecordAsync(
            string suite, IReadOnlyDictionary<TestKey, TimeSpan> run, CancellationToken cancellationToken) =>
            Task.CompletedTask;
    }
}
