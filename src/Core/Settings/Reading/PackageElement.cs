namespace TestFlock.Core.Settings.Reading;

/// <summary><c>&lt;Package Source Id Version Feed&gt;</c></summary>
internal static class PackageElement
{
    public static readonly Setting<PackageSource> Source =
        new("Package", "Source", ValueKinds.Choice<PackageSource>(), "shared");
    public static readonly Setting<string> Id = new("Package", "Id", ValueKinds.Name(100), "none");
    public static readonly Setting<string> Version = new("Package", "Version", ValueKinds.Name(100), "none");
    public static readonly Setting<string> Feed =
        new("Package", "Feed", ValueKinds.Name(2000), "the agent's NuGet configuration");

    public static IReadOnlyList<Setting> All => [Source, Id, Version, Feed];

    public static PackageOptions Read(SettingsSheet sheet) => new()
    {
        Source = sheet.Read(Source, PackageSource.Shared),
        Id = sheet.TryRead(Id, out var id) ? id : null,
        Version = sheet.TryRead(Version, out var version) ? version : null,
        Feed = sheet.TryRead(Feed, out var feed) ? feed : null,
    };
}
