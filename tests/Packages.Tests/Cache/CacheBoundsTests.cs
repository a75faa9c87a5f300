using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Core.Packages;
using TestFlock.Packages.Cache;
using TestFlock.Packages.Tests.Support;
using TestFlock.Testing;

namespace TestFlock.Packages.Tests.Cache;

/// <summary>What a cache keeps and what it gives away: by size, age, use, owner, and what the disk bears.</summary>
public sealed class CacheBoundsTests : IAsyncLifetime
{
    private readonly CacheUnderTest _bed = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _bed.DisposeAsync();

    [Fact]
    public async Task The_package_used_last_stays_when_there_is_too_much()
    {
        var (old, used) = (
            await _bed.UploadAsync(("a.dll", new string('a', 1000))), await _bed.UploadAsync(("b.dll", new string('b', 1000))));
        using (var cache = _bed.Open(new CacheBounds { Size = 2500 }))
        {
            cache.Remove(await cache.LayOutAsync(used, _bed.Store, default), true);
            _bed.Time.Advance(TimeSpan.FromMinutes(1));
            cache.Remove(await cache.LayOutAsync(old, _bed.Store, default), true);
            _bed.Time.Advance(TimeSpan.FromMinutes(1));
            cache.Remove(await cache.LayOutAsync(used, _bed.Store, default), true);
            _bed.Time.Advance(TimeSpan.FromMinutes(1));
            cache.Remove(
                await cache.LayOutAsync(await _bed.UploadAsync(("c.dll", new string('c', 1000))), _bed.Store, default), true);
        }

        _bed.Blobs().ShouldBe(new[] { 'b', 'c' }.Select(c => HashOf(new string(c, 1000))), ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_in_use_stays_however_old_and_however_much()
    {
        var (used, other) = (
            await _bed.UploadAsync(("a.dll", new string('a', 1000))), await _bed.UploadAsync(("b.dll", new string('b', 1000))));
        using var holder = _bed.Open();
        await holder.LayOutAsync(used, _bed.Store, default);
        _bed.Time.Advance(TimeSpan.FromDays(400));

        using var cache = _bed.Open(new CacheBounds { Size = 1500, Age = TimeSpan.FromDays(1) });
        cache.Remove(await cache.LayOutAsync(other, _bed.Store, default), true);
        using var again = _bed.Open(new CacheBounds { Size = 1500 });

        _bed.Blobs().ShouldContain(HashOf(new string('a', 1000)));
    }

    [Fact]
    public async Task What_nobody_asked_for_in_its_time_goes()
    {
        using (var cache = _bed.Open())
            await cache.LayOutAsync(await _bed.UploadAsync(("a.dll", "a")), _bed.Store, default);
        _bed.Time.Advance(TimeSpan.FromDays(31));

        _bed.Open().Dispose();

        _bed.Blobs().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_dead_process_left_goes_and_what_living_ones_have_stays()
    {
        using var living = _bed.Open();
        var package = await living.LayOutAsync(await _bed.UploadAsync(("a.dll", "a")), _bed.Store, default);
        var dead = Path.Combine(_bed.CacheFolder, "lives", "dead");
        Directory.CreateDirectory(Path.Combine(dead, "incoming"));
        File.WriteAllText(Path.Combine(dead, "incoming", "half"), "half");
        File.WriteAllText(dead + ".lock", "");

        _bed.Open().Dispose();

        Directory.Exists(dead).ShouldBeFalse();
        File.Exists(Path.Combine(package.Folder, "a.dll")).ShouldBeTrue();
    }

    [SmallDiskFact]
    public async Task A_full_disk_first_takes_from_what_nobody_uses_and_then_is_told()
    {
        using var disk = SmallDisk.Mount(Path.Combine(_bed.Folder, "disk"), "2m");
        var (small, fits, tooLarge) = (
            await _bed.UploadAsync(("a.dll", Noise(600_000))),
            await _bed.UploadAsync(("b.dll", Noise(800_000))),
            await _bed.UploadAsync(("c.dll", Noise(3_000_000))));
        using var cache = PackageCache.Open(
            Path.Combine(disk.Path, "cache"), new CacheBounds(), _bed.Time, NullLogger<PackageCache>.Instance);
        cache.Remove(await cache.LayOutAsync(small, _bed.Store, default), true);

        cache.Remove(await cache.LayOutAsync(fits, _bed.Store, default), true);
        var failure = await Should.ThrowAsync<PackageException>(cache.LayOutAsync(tooLarge, _bed.Store, default));

        failure.Message.ShouldContain("is full");
        failure.Message.ShouldContain("--cache-folder");
        var next = await cache.LayOutAsync(small, _bed.Store, default);
        new FileInfo(Path.Combine(next.Folder, "a.dll")).Length.ShouldBe(600_000);
    }

    private static string HashOf(string content) => ContentHash.Of(Encoding.UTF8.GetBytes(content)).Hex;

    private static string Noise(int length) =>
        new([.. Enumerable.Range(0, length).Select(_ => (char)Random.Shared.Next(33, 126))]);
}
