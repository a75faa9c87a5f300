namespace TestFlock.Allure.Folder;

/// <summary>What reports can show, by the ending of the file's name.</summary>
internal static class MediaTypes
{
    public const string Text = "text/plain";

    private static readonly Dictionary<string, string> ByEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        [".txt"] = Text,
        [".log"] = Text,
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".bmp"] = "image/bmp",
        [".webp"] = "image/webp",
        [".tiff"] = "image/tiff",
        [".svg"] = "image/svg+xml",
        [".json"] = "application/json",
        [".xml"] = "application/xml",
        [".trx"] = "application/xml",
        [".html"] = "text/html",
        [".htm"] = "text/html",
        [".css"] = "text/css",
        [".csv"] = "text/csv",
        [".md"] = "text/markdown",
        [".yaml"] = "application/yaml",
        [".yml"] = "application/yaml",
        [".pdf"] = "application/pdf",
        [".mp4"] = "video/mp4",
        [".webm"] = "video/webm",
        [".ogg"] = "video/ogg",
        [".zip"] = "application/zip",
        [".har"] = "application/json",
    };

    public static string Of(string ending) => ByEnding.GetValueOrDefault(ending, "application/octet-stream");
}
