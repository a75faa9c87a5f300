using System.Collections;

namespace Corpus.Names;

/// <summary>Hostile texts, and every other kind of value, as arguments.</summary>
public sealed class ArgumentTests
{
    private static readonly object[] Values =
    [
        null, true, 'x', '\0', '\'', '"', (byte)1, (sbyte)-1, (short)2, 3, 4L, 5u, 6ul, 1.5, 1.5f, 1.5m, -0.0,
        double.NaN, double.PositiveInfinity, double.MinValue, float.Epsilon, decimal.MaxValue, int.MinValue,
        long.MaxValue,
        DayOfWeek.Friday, BindingKind.A | BindingKind.B, (BindingKind)128, typeof(int), typeof(List<>),
        typeof(Dictionary<string, int[]>), new DateTime(2020, 2, 29, 1, 2, 3, DateTimeKind.Utc), TimeSpan.FromTicks(1),
        new DateTimeOffset(2020, 2, 29, 1, 2, 3, TimeSpan.FromHours(2)), new Uri("http://localhost/?a=b&c=%20#d"),
        new Version(1, 2, 3), new Guid("00112233-4455-6677-8899-aabbccddeeff"), new Plain(), new Worded("(a|b)\n"),
        new Worded(null), new Worded(""),
        (1, "two"), new { Anonymous = "x" },
    ];

    private static readonly object[][] Arrays =
    [
        [new int[0]],
        [new[] { 1, 2, 3 }],
        [new string[] { null, "", "a\"b", "c,d" }],
        [new object[] { new object[] { 1 }, new[] { "x" } }],
        [new byte[300]],
        [new List<string> { "a" }],
        [new Dictionary<string, int> { ["a"] = 1 }],
    ];

    [TestCaseSource(typeof(HostileText), nameof(HostileText.All))]
    public void Takes_hostile_text(string text) => Assert.That(text, Is.Not.Null);

    [TestCaseSource(nameof(Values))]
    public void Takes_any_value(object value) => Assert.Pass();

    [TestCaseSource(nameof(Arrays))]
    public void Takes_collections(IEnumerable values) => Assert.That(values, Is.Not.Null);

    [TestCase(HostileText.Quotes, HostileText.Pipes)]
    [TestCase(HostileText.Balanced, HostileText.Unbalanced)]
    [TestCase(HostileText.LineFeed, HostileText.Nul)]
    [TestCase(HostileText.Long, HostileText.LongTwin)]
    [TestCase(null, "")]
    [TestCase("a\",\"b", "c")]
    [TestCase("a", "b\",\"c")]
    public void Takes_two_texts(string one, string other) => Assert.That(one, Is.Not.EqualTo(other));

    [TestCase]
    [TestCase(1)]
    [TestCase(1, "two", 3.0, null)]
    [TestCase("one", null)]
    public void Takes_any_number_of_arguments(params object[] values) => Assert.Pass();

    [TestCase(1)]
    [TestCase(1, 2)]
    public void Has_an_optional_argument(int one, int two = 2) => Assert.That(one, Is.LessThan(two));

    [Flags]
    private enum BindingKind
    {
        A = 1,
        B = 2,
    }

    private sealed class Plain;

    private sealed class Worded(string word)
    {
        public override string ToString() => word;
    }
}
