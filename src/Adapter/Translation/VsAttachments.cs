using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using TestFlock.Contracts;
using VsAttachmentSet = Microsoft.VisualStudio.TestPlatform.ObjectModel.AttachmentSet;

namespace TestFlock.Translation;

/// <summary>Attached files: VSTest names them by URI, the wire by path, since agents copy them.</summary>
internal static class VsAttachments
{
    public static IReadOnlyList<Contracts.AttachmentSet> ToWire(IEnumerable<VsAttachmentSet> sets) =>
        [.. sets.Select(ToWire)];

    public static VsAttachmentSet FromWire(Contracts.AttachmentSet set)
    {
        var target = new VsAttachmentSet(new Uri(set.Uri), set.DisplayName);
        foreach (var item in set.Items)
            target.Attachments.Add(new UriDataAttachment(ToUri(item.Path), item.Description));
        return target;
    }

    private static Contracts.AttachmentSet ToWire(VsAttachmentSet set) => new()
    {
        Uri = set.Uri.OriginalString,
        DisplayName = set.DisplayName,
        Items = [.. set.Attachments.Select(a => new Attachment { Path = ToPath(a.Uri), Description = a.Description })],
    };

    // What is no file (a link that a test attached) keeps its address; it is left to the reader, never copied.
    private static string ToPath(Uri uri) =>
        uri is { IsAbsoluteUri: true, IsFile: true } ? uri.LocalPath : uri.OriginalString;

    // `new Uri(path)` takes an escape in a file's own name for one of a URI's, and drops a space at the end.
    private static Uri ToUri(string path)
    {
        if (!Path.IsPathFullyQualified(path))
            return new Uri(path, UriKind.RelativeOrAbsolute);

        return Path.DirectorySeparatorChar == '/'
            ? new Uri("file://" + string.Join('/', Path.GetFullPath(path).Split('/').Select(Uri.EscapeDataString)))
            : new Uri(path);
    }
}
