using System.Collections;

namespace Corpus.Names;

/// <summary>Hostile texts, and every other kind of value, as arguments.</summary>
[TestClass]
public sealed class ArgumentTests
{
    private static readonly object[] Values =
    [
        null, true, 'x', '\0', '\'', '"', (byte)1, (sbyte)-1, (short)2, 3, 4L, 5u, 6ul, 1.5, 1.5f, 1.5m, -0.0,
        double.NaN, double.PositiveInfinity, double.MinValue, float.Epsilon, decimal.MaxValue, int.MinValue,
        long.MaxValue,
        DayOfWeek.Friday, BindingKind.A | BindingKind.B, (BindingKind)128, typeof(int), typeof(List<>),
        typeof(Dictionary<string, int[]>), new DateTime(2020, 2, 29, 1, 2, 3, DateTimeKind.Utc), TimeSpan.FromTicks(1),
        new DateTimeOffset(2020, 2, 29, 1, 2, 3, TimeSpan.FromHours(2)), new DateOnly(2020, 2, 29),
        new int[0], new[] { 1, 2, 3 }, new string[] { null, "", "a\"b" }, new object[] { 1, new[] { "x" } },
        new byte[300],
        new Guid("00112233-4455-6677-8899-aabbccddeeff"), (1, "two"), new List<string> { "a" },
        new Uri("http://localhost/?a=b&c=%20#d"), new Version(1, 2, 3),
    ];

    private static readonly object[] Unserializable =
    [
        new Plain(), new Worded("(a|b)\n"), new Worded(""), new Worded(null), new { Anonymous = "x" },
        new Func<int>(() => 1),
    ];

    public static IEnumerable<object[]> SerializableRows => Values.Select(value => new[] { value });

    public static IEnumerable<object[]> UnserializableRows => Unserializable.Select(value => new[] { value });

    [TestMethod]
    [DynamicData(nameof(Rows.AllTexts), typeof(Rows))]
    public void Takes_hostile_text(string text) => Assert.IsNotNull(text);

    [TestMethod]
    [DynamicData(nameof(SerializableRows))]
    public void Takes_any_value(object value) => Assert.AreNotEqual(3, value);

    [TestMethod]
    [DynamicData(nameof(UnserializableRows))]
    public void Takes_what_cannot_be_serialized(object value) => Assert.IsFalse(value is Worded);

    [TestMethod]
    [DataRow(HostileText.Quotes, HostileText.Pipes)]
    [DataRow(HostileText.Balanced, HostileText.Unbalanced)]
    [DataRow(HostileText.LineFeed, HostileText.Nul)]
    [DataRow(HostileText.Long, HostileText.LongTwin)]
    [DataRow(HostileText.LongTwin, HostileText.Long)]
    [DataRow(null, "")]
    [DataRow("a\",\"b", "c")]
    [DataRow("a", "b\",\"c")]
    public void Takes_two_texts(string one, string other) => Assert.AreNotEqual(one, other);

    [TestMethod]
    [DataRow]
    [DataRow(1)]
    [DataRow(1, "two", 3.0, null)]
    public void Takes_any_number_of_arguments(params object[] values) => Assert.IsNotNull(values);

    [TestMethod]
    [DataRow(1)]
    [DataRow(1, 2)]
    public void Has_an_optional_argument(int one, int two = 2) => Assert.IsTrue(one < two);

    [TestMethod]
    [DataRow(new[] { 1, 2 }, new[] { "a", null })]
    [DataRow(null, null)]
    [DataRow(new int[0], new string[0])]
    public void Takes_arrays(int[] numbers, string[] texts) => Assert.AreEqual(numbers is null, texts is null);

    [TestMethod]
    [DataRow(new object[] { 1, "a" })]
    public void Takes_a_row_in_an_array(int number, string text) => Assert.AreEqual(1, number);

    [Flags]
    public enum BindingKind
    {
        A = 1,
        B = 2,
    }

    private sealed class Plain : IEnumerable
    {
        private readonly Plain _itself;

        public Plain() => _itself = this;

        public IEnumerator GetEnumerator() => new[] { _itself }.GetEnumerator();
    }

    private sealed class Worded(string word)
    {
        public override string ToString() => word;
    }
}
