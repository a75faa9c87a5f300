using System.Diagnostics;
using System.Security;
using Microsoft.Extensions.Logging;
using TestFlock.Core.Packages;
using TestFlock.Core.Settings;
using TestFlock.Packages.Cache;

namespace TestFlock.Packages.Nuget;

/// <summary>
/// Published test packages, restored by the ordinary NuGet client of the SDK: with the user's own feeds, credentials
/// and proxies, into a folder of ours where versions lie side by side.
/// </summary>
/// <param name="folder">Full path; may be shared by processes, as NuGet's own folders are.</param>
/// <param name="dotnet">Which <c>dotnet</c>.</param>
/// <param name="bounds">What the folder may hold beside what is in use.</param>
/// <param name="time">To tell what was used last.</param>
/// <param name="logger">Is told what is let go.</param>
public sealed class NugetPackages(
    string folder, string dotnet, CacheBounds bounds, TimeProvider time, ILogger<NugetPackages> logger) : IDisposable
{
    /// <summary>NuGet writes this file last.</summary>
    internal const string Sign = ".nupkg.metadata";

    private const int LastLines = 15;

    // Errors that are about the package and not about this machine: there is none of that name, or not in that version.
    private static readonly string[] NoSuchPackage = ["NU1101", "NU1102", "NU1103"];

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly RestoredPackages _restored = new(folder, bounds, time, logger);

    /// <summary>Where the user's own packages for tests lie.</summary>
    public static string DefaultFolder =>
        Path.Combine(Path.GetDirectoryName(PackageCache.DefaultFolder)!, "nuget");

    /// <returns>The package, kept until it is disposed.</returns>
    /// <exception cref="PackageException">There is none, or it cannot be had; the message has what NuGet
    /// said.</exception>
    public async Task<RestoredPackage> RestoreAsync(
        string id, string version, string? feed, CancellationToken cancellationToken)
    {
        var restored = Path.Combine(folder, id.ToLowerInvariant(), version.ToLowerInvariant());
        var sign = Path.Combine(restored, Sign);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var isNew = !File.Exists(sign);
            if (isNew)
                await CallAsync(id, version, feed, cancellationToken);
            if (!File.Exists(sign))
            {
                throw new PackageException(
                    $"NuGet restored {id} {version}, but not to {restored}. Write the version as the "
                        + "feed does, such as 1.2.3.") { IsOfPackage = true };
            }

            var package = RestoredPackage.Use(restored, time.GetUtcNow());
            if (isNew)
                _restored.Keep();
            return package;
        }
        catch (Exception e) when (
            e is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            throw new PackageException(
                $"The test package {id} {version} cannot be restored into {folder}: {e.Message}", e);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task CallAsync(string id, string version, string? feed, CancellationToken cancellationToken)
    {
        var work = Directory.CreateTempSubdirectory("testflock-restore-").FullName;
        try
        {
            // In a folder of its own: no other build's properties reach it. The user's NuGet configuration does.
            var project = Path.Combine(work, "restore.csproj");
            await File.WriteAllTextAsync(project, Project(id, version, feed), cancellationToken);
            var start = new ProcessStartInfo(dotnet, ["restore", project, "--packages", folder, "-v", "q", "--nologo"])
            {
                WorkingDirectory = work,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
            start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var said = await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(
                    cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
                throw Refused(id, version, feed, string.Concat(said).Replace(project, "", StringComparison.Ordinal));
        }
        finally
        {
            CacheLife.Remove(work);
        }
    }

    private static PackageException Refused(string id, string version, string? feed, string said)
    {
        var where = feed is null ? "the feeds of this machine's NuGet configuration" : SecretMask.Hide(feed);
        var lines = said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()
            .TakeLast(LastLines);
        return new PackageException(
            $"The test package {id} {version} could not be restored from {where}. Check <Package Id Version Feed>. "
            + $"NuGet said:{Environment.NewLine}{SecretMask.Hide(string.Join(Environment.NewLine, lines))}")
        {
            IsOfPackage = NoSuchPackage.Any(said.Contains),
        };
    }

    // A download: no dependencies, since a test package brings all that it needs, and no question of which framework it
    // fits.
    private static string Project(string id, string version, string? feed) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>netstandard2.0</TargetFramework>
            <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
            <NuGetAudit>false</NuGetAudit>
            {(feed is null ? "" : $"<RestoreSources>{SecurityElement.Escape(feed)}</RestoreSources>")}
          </PropertyGroup>
          <ItemGroup>
            <PackageDownload Include="{SecurityElement.Escape(id)}" Version="[{SecurityElement.Escape(version)}]" />
          </ItemGroup>
        </Project>
        """;
}
