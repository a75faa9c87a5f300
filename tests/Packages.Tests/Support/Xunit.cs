using System.Security.Cryptography;
using System.Text;

namespace TestFlock.Packages.Tests.Support;

/// <summary>Serializes as xUnit v3 does.</summary>
internal static class Xunit
{
    public static string Text(string text) => "0:" + Base64(text);

    public static string Instance(string type, params string[] members) =>
        $"-3:{Base64(type)}:{Base64(string.Join('\n', members))}";

    public static string Assembly(string path) => Instance(
        "Xunit.v3.XunitTestAssembly", $"ap:{Text(path)}", "cp:-1", "v:" + Text("1.0"), $"id:{Text(IdOf(path))}");

    public static string IdOf(string path) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{path}\0\0")));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
