using System.Runtime.InteropServices;

namespace TestFlock.Packages.Cache;

/// <summary>A second name for a file.</summary>
internal static partial class HardLink
{
    /// <returns>False where the file system has no such thing, or not between these places.</returns>
    public static bool TryCreate(string file, string link) => OperatingSystem.IsWindows()
        ? CreateHardLink(link, file, 0)
        : Link(file, link) == 0;

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string file, string link);

    [LibraryImport("kernel32.dll", EntryPoint = "CreateHardLinkW", StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CreateHardLink(string link, string file, nint security);
}
