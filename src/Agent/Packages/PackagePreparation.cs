using System.Globalization;
using Microsoft.Extensions.Logging;
using TestFlock.Agent.Machine;
using TestFlock.Contracts;
using TestFlock.Core.Packages;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;
using TestFlock.Packages.Cache;
using TestFlock.Packages.Making;
using TestFlock.Packages.Nuget;

namespace TestFlock.Agent.Packages;

/// <summary>
/// Before a run on other machines: makes sure that agents can get at what the tests are in, and says in the manifest
/// how.
/// </summary>
internal sealed partial class PackagePreparation(
    PackageOptions options, PackageStores stores, TimeProvider time, ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger<PackagePreparation>();
    private readonly List<NoteMade> _notes = [];

    /// <summary>What the user should read.</summary>
    public IReadOnlyList<NoteMade> Notes => _notes;

    /// <exception cref="PackageException">It cannot be done; the message has the cure.</exception>
    public async Task<RunManifest> PrepareAsync(
        RunManifest manifest, IEnumerable<string> sources, CancellationToken cancellationToken)
    {
        var packages = new List<RunPackage>();
        foreach (var output in sources.GroupBy(s => Path.GetDirectoryName(Path.GetFullPath(s))!))
        {
            packages.Add(options.Source switch
            {
                PackageSource.Upload => await UploadAsync(output.Key, cancellationToken),
                PackageSource.Nuget => await RestoreAsync(output.Key, [.. output], cancellationToken),
                _ => new RunPackage
                {
                    Origin = PackageOrigin.Shared,
                    Folder = output.Key,
                    Hashes = await SharedHashes.OfAsync(output, output.Key, cancellationToken),
                },
            });
        }

        return manifest with { Packages = packages, Store = options.Store.WithoutUser() };
    }

    private async Task<RunPackage> UploadAsync(string folder, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var store = await stores.OpenAsync(options.Store.WithoutUser(), cancellationToken);
        var made = await new PackageMaker(PackageMaker.DefaultMemoryFolder, time, loggers).MakeAsync(
            folder, options.Exclude, cancellationToken);
        var hashed = time.GetElapsedTime(began);
        var sent = await new PackageUpload(store, time).UploadAsync(made, cancellationToken);
        var (files, size) = (made.Contents.Files.Count, Megabytes(made.Contents.Size));
        Uploaded(
            _logger,
            made.Contents.Identity.Hex[..12],
            folder,
            files,
            size,
            made.LeftOut,
            hashed.TotalSeconds,
            sent.Files,
            Megabytes(sent.Bytes),
            store.Name,
            sent.Elapsed.TotalSeconds);
        _notes.Add(new NoteMade(NoteLevel.Informational, string.Create(
            CultureInfo.InvariantCulture,
            $"TestFlock: package {made.Contents.Identity.Hex[..12]}: {files} files, {size:0.0} MB; "
            + $"{sent.Files} new ones were uploaded with {Megabytes(sent.Bytes):0.0} MB "
            + $"in {time.GetElapsedTime(began).TotalSeconds:0.0} s.")));
        return new RunPackage { Origin = PackageOrigin.Upload, Folder = folder, Identity = made.Contents.Identity.Hex };
    }

    // Once here, before anything runs: a version that is not there is one error of the run, not one of every test.
    private async Task<RunPackage> RestoreAsync(
        string folder, IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        var (id, version, assembly) = (options.Id!, options.Version!, Path.GetFileName(sources[0]));
        using var nuget = new NugetPackages(
            NugetPackages.DefaultFolder,
            OwnDotnet.Path,
            new CacheBounds(),
            time,
            loggers.CreateLogger<NugetPackages>());
        using var restored = await nuget.RestoreAsync(id, version, options.Feed, cancellationToken);
        var published = Path.Combine(
            PackagedAssembly.FindFolder(restored.Folder, assembly, $"{id} {version}"), assembly);
        _notes.Add(new NoteMade(
            NoteLevel.Informational,
            $"TestFlock: the tests run from package {id} {version}."
            + (await IsSameAsync(published, sources[0], cancellationToken)
                ? ""
                : $" Its {assembly} is another build than {sources[0]}, in which they were discovered: what only one "
                    + "of them has is reported as lost, or does not run. Build the sources of that version here.")));
        return new RunPackage
        {
            Origin = PackageOrigin.Nuget,
            Folder = folder,
            Id = id,
            Version = version,
            Feed = options.Feed,
            Assembly = assembly,
        };
    }

    private static async Task<bool> IsSameAsync(string one, string other, CancellationToken cancellationToken)
    {
        await using var first = File.OpenRead(one);
        await using var second = File.OpenRead(other);
        return await ContentHash.OfAsync(first, cancellationToken)
            == await ContentHash.OfAsync(second, cancellationToken);
    }

    private static double Megabytes(long bytes) => bytes / (1024.0 * 1024);

    [LoggerMessage(601, LogLevel.Information,
        "Package {Package} of {Folder}: {Files} files, {Megabytes:0.0} MB, {LeftOut} left out, hashed in {Hashed:0.00} "
        + "s; {Sent} new ones were uploaded with {SentMegabytes:0.00} MB to {Store} in {Elapsed:0.00} s")]
    private static partial void Uploaded(
        ILogger logger,
        string package,
        string folder,
        int files,
        double megabytes,
        int leftOut,
        double hashed,
        int sent,
        double sentMegabytes,
        string store,
        double elapsed);
}
