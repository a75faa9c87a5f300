using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using TestFlock.Contracts;

namespace TestFlock.Core.History;

/// <summary>
/// What a test is known by from run to run: 64 bits of a hash over its names. Not VSTest's id, which changes with the
/// framework's version, and with some frameworks with the folder of the assembly.
/// </summary>
/// <param name="Value">Equal for tests of one suite that share all their names; those share their history, too.</param>
public readonly record struct TestKey(ulong Value)
{
    public static TestKey Of(TestCase test)
    {
        // As UTF-16: a name may hold half a surrogate pair, which no UTF-8 can.
        var names = $"{test.FullyQualifiedName}\0{test.DisplayName}";
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(names.AsSpan()), hash);
        return new TestKey(BitConverter.ToUInt64(hash));
    }

    /// <summary>16 hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);

    public static bool TryParse(ReadOnlySpan<char> text, out TestKey key)
    {
        var isKey = ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value);
        key = new TestKey(value);
        return isKey;
    }
}
