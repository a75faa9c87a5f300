using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Core.Packages;
using TestFlock.Packages.Cache;
using TestFlock.Packages.Making;
using TestFlock.Packages.Stores;
using TestFlock.Testing;

namespace TestFlock.Packages.Tests.Support;

/// <summary>A cache in a scratch folder, beside a store from which it fetches.</summary>
internal sealed class CacheUnderTest : IAsyncDisposable
{
    private readonly ScratchFolder _scratch = new();

    public CacheUnderTest() => Store = new CountingStore(
        new DirectoryContentStore(Path.Combine(_scratch.Path, "store"), TimeProvider.System));

    public ManualTime Time { get; } = new();

    public CountingStore Store { get; }

    /// <summary>Holds the cache and the store; gone with this.</summary>
    public string Folder => _scratch.Path;

    public string CacheFolder => Path.Combine(_scratch.Path, "cache");

    public PackageCache Open(CacheBounds? bounds = null) =>
        PackageCache.Open(CacheFolder, bounds ?? new CacheBounds(), Time, NullLogger<PackageCache>.Instance);

    public IEnumerable<string> Blobs() =>
        Directory.EnumerateFiles(Path.Combine(CacheFolder, "content"), "*", SearchOption.AllDirectories).Select(
            f => Path.GetFileName(f));

    public async Task<ContentHash> UploadAsync(params (string Path, string Content)[] files)
    {
        using var output = new ScratchFolder();
        foreach (var (path, content) in files)
        {
            var file = output.Write(path, content);
            if (content == "#!")
                File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.UserExecute);
        }

        var package = await new PackageMaker(
            Path.Combine(_scratch.Path, "hashes"), TimeProvider.System, NullLoggerFactory.Instance)
            .MakeAsync(output.Path, [], default);
        await new PackageUpload(Store, TimeProvider.System).UploadAsync(package, default);
        return package.Contents.Identity;
    }

    public async Task<ContentHash> PutListAsync(string lines)
    {
        var text = Encoding.UTF8.GetBytes("testflock package 1\n" + lines);
        using var packed = new MemoryStream();
        await PackedContent.PackAsync(new MemoryStream(text), packed, default);
        packed.Position = 0;
        await Store.PutAsync(ContentName.Of(ContentHash.Of(text)), packed, default);
        return ContentHash.Of(text);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _scratch.Dispose();
    }
}
