using System.Security.Cryptography;
using System.Text;

namespace TestFlock.Packages.Running;

/// <summary>
/// Moves the paths in a test case that xUnit v3 serialized. Its form (xunit.v3.common, SerializationHelper): a value is
/// a number for its type, a colon and the rest; <c>0</c> is a string in base64; <c>-3</c> an object: its type in
/// base64, a colon, and in base64 again a line <c>name:value</c> for each member. What is not of this form stays as it
/// is.
/// </summary>
internal static class XunitV3Serialization
{
    private const string Text = "0:";
    private const string Instance = "-3:";

    // A test case holds a method, that a class, that an assembly.
    private const int Deepest = 16;

    // Members of an assembly: its path, that of its configuration file, and what xUnit makes of both to tell assemblies
    // apart.
    private const string AssemblyPath = "ap";
    private const string ConfigurationPath = "cp";
    private const string Identity = "id";

    public static string Move(string value, Relocation relocation) => Move(value, relocation, depth: 0);

    private static string Move(string value, Relocation relocation, int depth)
    {
        if (depth > Deepest || !value.StartsWith(Instance, StringComparison.Ordinal)
            || value.IndexOf(':', Instance.Length) is not (> 0 and var colon))
            return value;
        if (!TryDecode(value[(colon + 1)..], out var members))
            return value;
        var moved = members.Split('\n').Select(member => member.Split(':', 2)).ToArray();
        foreach (var member in moved.Where(m => m.Length == 2))
            member[1] = Move(member[1], relocation, depth + 1);
        MoveAssembly(moved, relocation);
        var text = string.Join('\n', moved.Select(member => string.Join(':', member)));
        return text == members ? value : value[..(colon + 1)] + Encode(text);
    }

    // The runner of the moved assembly makes its identity anew, and messages are matched by it.
    private static void MoveAssembly(string[][] members, Relocation relocation)
    {
        if (FindText(members, AssemblyPath) is not { } path)
            return;
        var configuration = FindText(members, ConfigurationPath);
        var identity = IdentityOf(path, configuration);
        if (relocation.TryMove(path, out var movedPath))
            SetText(members, AssemblyPath, movedPath);
        if (relocation.TryMove(configuration, out var movedConfiguration))
            SetText(members, ConfigurationPath, movedConfiguration);
        if (FindText(members, Identity) == identity)
            SetText(members, Identity, IdentityOf(movedPath ?? path, movedConfiguration ?? configuration));
    }

    // xunit.v3.common, UniqueIDGenerator.ForAssembly.
    private static string IdentityOf(string path, string? configuration) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{path}\0{configuration}\0")));

    private static string? FindText(string[][] members, string name) =>
        Array.Find(members, m => m is [var own, var value] && own == name
            && value.StartsWith(Text, StringComparison.Ordinal)) is [_, var found]
        && TryDecode(found[Text.Length..], out var text)
            ? text
            : null;

    private static void SetText(string[][] members, string name, string text) =>
        Array.Find(members, m => m[0] == name)![1] = Text + Encode(text);

    private static bool TryDecode(string base64, out string text)
    {
        var bytes = new byte[base64.Length];
        var decoded = Convert.TryFromBase64String(base64, bytes, out var length);
        text = decoded ? Encoding.UTF8.GetString(bytes, 0, length) : "";
        return decoded;
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
