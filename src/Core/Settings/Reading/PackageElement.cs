using TestFlock.Core.Packages;

namespace TestFlock.Core.Settings.Reading;

/// <summary><c>&lt;Package Source Store Exclude Id Version Feed&gt;</c></summary>
internal static class PackageElement
{
    public static readonly Setting<PackageSource> Source =
        new("Package", "Source", ValueKinds.Choice<PackageSource>(), "shared");
    public static readonly Setting<StoreAddress> Store = new("Package", "Store", ValueKinds.Store, "redis");
    public static readonly Setting<string> Exclude = new("Package", "Exclude", ValueKinds.Name(4000), "nothing");
    public static readonly Setting<string> Id = new("Package", "Id", ValueKinds.Name(100), "none");
    public static readonly Setting<string> Version = new("Package", "Version", ValueKinds.Name(100), "none");
    public static readonly Setting<string> Feed =
        new("Package", "Feed", ValueKinds.Name(2000), "the agent's NuGet configuration");

    public static IReadOnlyList<Setting> All => [Source, Store, Exclude, Id, Version, Feed];

    public static PackageOptions Read(SettingsSheet sheet) => new()
    {
        Source = sheet.Read(Source, PackageSource.Shared),
        Store = sheet.Read(Store, StoreAddress.Redis),
        Exclude = sheet.TryRead(Exclude, out var exclude) ? ReadPatterns(exclude) : [],
        Id = sheet.TryRead(Id, out var id) ? id : null,
        Version = sheet.TryRead(Version, out var version) ? version : null,
        Feed = sheet.TryRead(Feed, out var feed) ? feed : null,
    };

    private static PathPattern[] ReadPatterns(string list) =>
    [
        .. list.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(PathPattern.Parse),
    ];
}
