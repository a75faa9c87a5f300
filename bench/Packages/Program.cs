using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Bench.Packages;
using TestFlock.Core.Packages;
using TestFlock.Packages.Cache;
using TestFlock.Packages.Making;
using TestFlock.Packages.Stores;
using TestFlock.Redis;
using TestFlock.Redis.Packages;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var time = TimeProvider.System;
var none = CancellationToken.None;
var scratch = Directory.CreateTempSubdirectory("testflock-bench-").FullName;
var suite = Suite.Create(
    Path.Combine(scratch, "suite"), args is [var size] ? long.Parse(size, CultureInfo.InvariantCulture) : 100);
Console.WriteLine($"A suite of {suite.Files} files, {Megabytes(suite.Bytes):0.0} MB; {Environment.ProcessorCount} "
    + $"cores. Times are of the caller (hash, send) and of one agent (ready).");
Console.WriteLine();
Console.WriteLine("store      run        hash s   send s   sent MB  files   ready s  fetched MB  hits");
await MeasureAsync("redis", await RedisContentStore.OpenAsync(
    new RedisOptions { Address = new Uri(Variable("BENCH_REDIS")), ClientName = "bench" },
    new RedisContentOptions(),
    new Watcher(),
    time,
    NullLoggerFactory.Instance,
    none));
await MeasureAsync("nginx", new HttpContentStore(new Uri(Variable("BENCH_HTTP")), time));
await MeasureAsync("directory", new DirectoryContentStore(Variable("BENCH_FOLDER"), time));
Directory.Delete(scratch, recursive: true);

async Task MeasureAsync(string name, IContentStore store)
{
    await using var _ = store;
    var first = 0L;
    foreach (var run in new[] { "first", "unchanged", "one built" })
    {
        if (run == "one built")
            suite.BuildAnew();
        var began = Stopwatch.StartNew();
        var made = await new PackageMaker(Path.Combine(scratch, $"hashes-{name}"), time, NullLoggerFactory.Instance)
            .MakeAsync(suite.Folder, [], none);
        var hashed = began.Elapsed;
        var sent = await new PackageUpload(store, time).UploadAsync(made, none);

        // A process of its own for each run, as agents have that were started anew.
        var log = new CacheLog();
        using var cache = PackageCache.Open(Path.Combine(scratch, $"cache-{name}"), new CacheBounds(), time, log);
        began.Restart();
        await cache.LayOutAsync(made.Contents.Identity, store, none);
        var ready = began.Elapsed;
        first = run == "first" ? sent.Bytes : first;
        Console.WriteLine(
            $"{name,-10} {run,-10} {hashed.TotalSeconds,6:0.00}   {sent.Elapsed.TotalSeconds,6:0.00}   {Megabytes(sent.Bytes),7:0.00}  {sent.Files,5}   {ready.TotalSeconds,7:0.00}  {log.FetchedMegabytes,10:0.00}  {log.Hits}/{made.Contents.Files.Count}"
            + (run == "first" ? "" : $"   {100.0 * sent.Bytes / first:0.00} % of the first run's bytes"));
    }
}

static double Megabytes(long bytes) => bytes / (1024.0 * 1024);

static string Variable(string name) =>
    Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set: use run.sh.");
