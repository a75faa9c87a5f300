using System.Collections;
using System.Globalization;

namespace Corpus.Names;

/// <summary>Hostile texts, and every other kind of value, as arguments.</summary>
public sealed class ArgumentTests
{
    public static TheoryData<object> Serializable =>
    [
        null, true, 'x', '\0', '\'', '"', (byte)1, (sbyte)-1, (short)2, 3, 4L, 5u, 6ul, 1.5, 1.5f, 1.5m, -0.0,
        double.NaN, double.PositiveInfinity, double.MinValue, float.Epsilon, decimal.MaxValue, int.MinValue,
        long.MaxValue,
        DayOfWeek.Friday, BindingKind.A | BindingKind.B, (BindingKind)128, typeof(int), typeof(List<>),
        typeof(Dictionary<string, int[]>), new DateTime(2020, 2, 29, 1, 2, 3, DateTimeKind.Utc), TimeSpan.FromTicks(1),
        new DateTimeOffset(2020, 2, 29, 1, 2, 3, TimeSpan.FromHours(2)), new DateOnly(2020, 2, 29),
        new int[0], new[] { 1, 2, 3 }, new string[] { null, "", "a\"b" }, new object[] { 1, new[] { "x" } },
        new byte[300],
        new Guid("00112233-4455-6677-8899-aabbccddeeff"),
    ];

    public static IEnumerable<object[]> NotSerializable =>
    [
        [new Plain()],
        [new Worded("(a|b)\n")],
        [new Worded("")],
        [new Worded(null)],
        [(1, "two")],
        [new { Anonymous = "x" }],
        [new List<string> { "a" }],
        [new Dictionary<string, int> { ["a"] = 1 }],
        [new Func<int>(() => 1)],
        [new Uri("http://localhost/?a=b&c=%20#d")],
        [CultureInfo.InvariantCulture],
    ];

    [Theory]
    [MemberData(nameof(Rows.AllTexts), MemberType = typeof(Rows))]
    public void Takes_hostile_text(string text) => Assert.NotNull(text);

    [Theory]
    [MemberData(nameof(Serializable))]
    public void Takes_any_serializable_value(object value) => Assert.NotEqual(3, value);

    [Theory]
    [MemberData(nameof(NotSerializable))]
    public void Takes_what_cannot_be_serialized(object value) => Assert.False(value is IEnumerable);

    [Theory]
    [InlineData(HostileText.Quotes, HostileText.Pipes)]
    [InlineData(HostileText.Balanced, HostileText.Unbalanced)]
    [InlineData(HostileText.LineFeed, HostileText.Nul)]
    [InlineData(HostileText.Long, HostileText.LongTwin)]
    [InlineData(HostileText.LongTwin, HostileText.Long)]
    [InlineData(null, "")]
    [InlineData("a\", other: \"b", "c")]
    [InlineData("a", "b\", other: \"c")]
    public void Takes_two_texts(string one, string other) => Assert.NotEqual(one, other);

    [Theory]
    [InlineData]
    [InlineData(1)]
    [InlineData(1, "two", 3.0, null)]
    public void Takes_any_number_of_arguments(params object[] values) => Assert.NotNull(values);

    [Theory]
    [InlineData(1)]
    [InlineData(1, 2)]
    public void Has_an_optional_argument(int one, int two = 2) => Assert.True(one < two);

    public sealed class Plain;

    [Flags]
    public enum BindingKind
    {
        A = 1,
        B = 2,
    }

    private sealed class Worded(string word)
    {
        public override string ToString() => word;
    }
}
