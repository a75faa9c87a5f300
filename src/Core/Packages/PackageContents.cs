using System.Text;

namespace TestFlock.Core.Packages;

/// <summary>
/// The list of a package's files, checked: a list that breaks a rule cannot be had. Its own hash is the package's
/// identity, so two outputs with the same bits are one package, wherever they were built.
/// </summary>
public sealed class PackageContents
{
    private PackageContents(IReadOnlyList<PackageFile> files, byte[] text)
    {
        (Files, Text) = (files, text);
        Identity = ContentHash.Of(text);
        Size = files.Sum(f => f.Size);
    }

    public ContentHash Identity { get; }

    /// <summary>In the order of their paths.</summary>
    public IReadOnlyList<PackageFile> Files { get; }

    /// <summary>Bytes of all files.</summary>
    public long Size { get; }

    /// <summary>The list as it is stored: one line a file.</summary>
    public ReadOnlyMemory<byte> Text { get; }

    /// <exception cref="PackageException">A rule is broken; the message has every file that breaks one, up to
    /// ten.</exception>
    public static PackageContents Of(IEnumerable<PackageFile> files)
    {
        var sorted = files.OrderBy(f => f.Path, StringComparer.Ordinal).ToArray();
        PackageRules.Check(sorted);
        return new PackageContents(sorted, Encoding.UTF8.GetBytes(PackageList.Write(sorted)));
    }

    /// <param name="text">What <see cref="Text"/> was once.</param>
    /// <exception cref="PackageException">It is no list, or breaks a rule.</exception>
    public static PackageContents Read(byte[] text)
    {
        var files = PackageList.Read(text);
        PackageRules.Check(files);
        return new PackageContents(files, text);
    }
}
