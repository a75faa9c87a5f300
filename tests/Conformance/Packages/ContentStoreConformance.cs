using System.Security.Cryptography;
using TestFlock.Core.Packages;

namespace TestFlock.Tests.Conformance.Packages;

/// <summary>What every content store must do.</summary>
public abstract class ContentStoreConformance
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>A new door to the same store.</summary>
    protected abstract Task<IContentStore> OpenAsync();

    [Fact]
    public async Task What_one_side_puts_another_finds_byte_by_byte()
    {
        await using var writer = await OpenAsync();
        await using var reader = await OpenAsync();
        var (name, content) = (NewName(), RandomNumberGenerator.GetBytes(3_000_001));

        await PutAsync(writer, name, content);

        (await GetAsync(reader, name)).ShouldNotBeNull().AsSpan().SequenceEqual(content).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256 * 1024)]
    [InlineData((256 * 1024) + 1)]
    public async Task Content_of_any_size_comes_back_whole(int size)
    {
        await using var store = await OpenAsync();
        var (name, content) = (NewName(), RandomNumberGenerator.GetBytes(size));

        await PutAsync(store, name, content);

        (await GetAsync(store, name)).ShouldNotBeNull().AsSpan().SequenceEqual(content).ShouldBeTrue();
    }

    [Fact]
    public async Task Nothing_is_found_and_nothing_written_where_nothing_was_put()
    {
        await using var store = await OpenAsync();

        (await GetAsync(store, NewName())).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_missing_is_told_among_many()
    {
        await using var store = await OpenAsync();
        var names = Enumerable.Range(0, 700).Select(_ => NewName()).ToArray();
        await PutAsync(store, names[3], [1]);
        await PutAsync(store, names[699], [2]);

        var missing = await store.FindMissingAsync(names, None);

        missing.ShouldBe(names.Except([names[3], names[699]]), ignoreOrder: true);
    }

    [Fact]
    public async Task Twice_the_same_is_once()
    {
        await using var store = await OpenAsync();
        var (name, content) = (NewName(), RandomNumberGenerator.GetBytes(400_000));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PutAsync(store, name, content)));
        await PutAsync(store, name, content);

        (await GetAsync(store, name)).ShouldNotBeNull().AsSpan().SequenceEqual(content).ShouldBeTrue();
        (await store.FindMissingAsync([name], None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_breaks_off_in_the_middle_is_never_found()
    {
        await using var store = await OpenAsync();
        var name = NewName();
        using var content = new BreakingStream(RandomNumberGenerator.GetBytes(2_000_000), breaksAt: 1_500_000);

        await Should.ThrowAsync<Exception>(store.PutAsync(name, content, None));

        (await store.FindMissingAsync([name], None)).ShouldBe([name]);
        (await GetAsync(store, name)).ShouldBeNull();
        await PutAsync(store, name, [7]);
        (await GetAsync(store, name)).ShouldBe([7]);
    }

    [Fact]
    public async Task Removed_content_is_gone_and_may_come_again()
    {
        await using var store = await OpenAsync();
        var name = NewName();
        await PutAsync(store, name, [1, 2, 3]);

        await store.RemoveAsync(name, None);
        await store.RemoveAsync(name, None);

        (await store.FindMissingAsync([name], None)).ShouldBe([name]);
        await PutAsync(store, name, [4]);
        (await GetAsync(store, name)).ShouldBe([4]);
    }

    [Fact]
    public async Task A_store_is_named_without_secrets()
    {
        await using var store = await OpenAsync();

        store.Name.ShouldNotBeEmpty();
        store.Name.ShouldNotContain("secret");
    }

    protected static ContentName NewName() => ContentName.Of(ContentHash.Of(RandomNumberGenerator.GetBytes(16)));

    protected static async Task PutAsync(IContentStore store, ContentName name, byte[] content)
    {
        using var stream = new MemoryStream(content);
        await store.PutAsync(name, stream, None);
    }

    protected static async Task<byte[]?> GetAsync(IContentStore store, ContentName name)
    {
        using var stream = new MemoryStream();
        var found = await store.TryGetAsync(name, stream, None);
        if (!found)
            stream.Length.ShouldBe(0);
        return found ? stream.ToArray() : null;
    }
}
