using FsCheck;
using FsCheck.Fluent;

namespace TestFlock.TestAdapter.Tests.Translation;

/// <summary>Text as test names hold it at worst: any UTF-16 unit, with what breaks formats drawn often.</summary>
internal static class HostileText
{
    private static readonly Gen<char> Unit = Gen.OneOf(
        Gen.Elements('\0', '\n', '\r', '\u0085', '\u2028', '"', '\'', '\\', '|', '&', '<', '(', ',', '%', '$', ' '),
        Gen.Choose(0xD800, 0xDFFF).Select(c => (char)c),
        Gen.Choose(0, 0xFFFF).Select(c => (char)c),
        Gen.Choose('a', 'z').Select(c => (char)c));

    public static Arbitrary<string> Any { get; } = Unit.ArrayOf().Select(c => new string(c)).ToArbitrary();

    public static Arbitrary<string> NotEmpty { get; } =
        Unit.NonEmptyListOf().Select(c => new string([.. c])).ToArbitrary();
}
