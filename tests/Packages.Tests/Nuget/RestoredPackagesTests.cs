using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Packages.Cache;
using TestFlock.Packages.Nuget;
using TestFlock.Packages.Tests.Support;
using TestFlock.Testing;

namespace TestFlock.Packages.Tests.Nuget;

public sealed class RestoredPackagesTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();
    private readonly ManualTime _time = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Keep_beyond_the_size_lets_go_what_was_used_longest_ago()
    {
        Use("1.0.0").Dispose();
        _time.Advance(TimeSpan.FromHours(1));
        Use("2.0.0").Dispose();
        _time.Advance(TimeSpan.FromHours(1));
        Use("1.0.0").Dispose();
        _time.Advance(TimeSpan.FromHours(1));
        Use("3.0.0").Dispose();

        Keep(new CacheBounds { Size = 250 });

        Versions().ShouldBe(["1.0.0", "3.0.0"], ignoreOrder: true);
    }

    [Fact]
    public void Keep_beyond_the_age_lets_go_all_but_what_is_in_use()
    {
        Use("1.0.0").Dispose();
        using var inUse = Use("2.0.0");
        _time.Advance(TimeSpan.FromDays(31));

        Keep(new CacheBounds());

        Versions().ShouldBe(["2.0.0"]);
        File.Exists(Path.Combine(inUse.Folder, "Suite.dll")).ShouldBeTrue();
    }

    [Fact]
    public void Keep_leaves_what_is_being_restored()
    {
        Restore("1.0.0");
        _time.Advance(TimeSpan.FromDays(31));

        Keep(new CacheBounds { Size = 0 });

        Versions().ShouldBe(["1.0.0"]);
    }

    private void Keep(CacheBounds bounds) =>
        new RestoredPackages(_scratch.Path, bounds, _time, NullLogger.Instance).Keep();

    private RestoredPackage Use(string version) => RestoredPackage.Use(Restore(version), _time.GetUtcNow());

    private string Restore(string version)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_scratch.Path, "suite", version)).FullName;
        File.WriteAllBytes(Path.Combine(folder, "Suite.dll"), new byte[100]);
        return folder;
    }

    private IEnumerable<string?> Versions() =>
        Directory.EnumerateDirectories(Path.Combine(_scratch.Path, "suite")).Select(Path.GetFileName);
}
