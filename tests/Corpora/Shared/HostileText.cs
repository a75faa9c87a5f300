namespace Corpus;

/// <summary>Texts that break whoever escapes, splits, trims, truncates or encodes them without care.</summary>
public static class HostileText
{
    public const string Quotes = "say \"hi\", 'bye' and `tick`";
    public const string Pipes = "a|b||c|";
    public const string Ampersands = "a&b&&c&amp;";
    public const string Exclamations = "!a!=b!";
    public const string EqualsSigns = "=a=b==c";
    public const string Tildes = "~a~b!~c";
    public const string Balanced = "(a)(b(c))";
    public const string Unbalanced = "(a))((";
    public const string Opening = "(";
    public const string Closing = ")";
    public const string Commas = ",a,b,,c,";
    public const string Semicolons = ";a;b;;c;";
    public const string Backslashes = @"\a\\b\";
    public const string Slashes = "/a//b/ -c --d @e";
    public const string Angles = "<a>List<int></a> <![CDATA[x]]> <!-- y -->";
    public const string Brackets = "[a]{b}[[c]] {0} {m} {a}";
    public const string Generics = "Dictionary`2[[System.String, mscorlib]]+Inner";
    public const string Variables = "%PATH% $HOME $(x) ${y} %20 %";
    public const string Wildcards = "*.dll? #hash ^$ \\d+";
    public const string Filter = "(FullyQualifiedName=a|Name~b)&(TestCategory!=c)";
    public const string Json = "{\"a\":[1,null,\"\\u0041\"]}";
    public const string Dots = ".a..b.c.";
    public const string Colons = "a::b: c";
    public const string LineFeed = "first\nsecond";
    public const string CarriageReturn = "first\rsecond";
    public const string CarriageReturnLineFeed = "first\r\nsecond\r\n";
    public const string OtherLineEnds = "first\u0085second\u2028third\u2029fourth\vfifth\fsixth";
    public const string Tab = "\ta\tb";
    public const string Control = "a\u0001b\u0008c\u007f";
    public const string Ansi = "\u001b[31mred\u001b[0m";
    public const string Nul = "a\0b";
    public const string Empty = "";
    public const string Space = " ";
    public const string Blanks = "  \t ";
    public const string Padded = "  a  ";
    public const string NullWord = "null";
    public const string Accents = "naïve Größe façade Łódź";
    public const string Cjk = "測試 テスト 테스트";
    public const string RightToLeft = "שלום مرحبا \u202Eabc\u202C";
    public const string Composed = "caf\u00e9";
    public const string Decomposed = "cafe\u0301";
    public const string Emoji = "👩‍👩‍👧‍👦 🏳️‍🌈 😀";
    public const string Invisible = "\uFEFFa\u200Bb\u00ADc\u00A0d";
    public const string NonCharacters = "a\uFFFEb\uFFFFc";

    /// <summary>4,096 characters.</summary>
    public const string Long = Line256 + Line256 + Line256 + Line256 + Line256 + Line256 + Line256 + Line256
        + Line256 + Line256 + Line256 + Line256 + Line256 + Line256 + Line256 + Line256;

    /// <summary>Differs from <see cref="Long"/> in its very last character.</summary>
    public const string LongTwin = Line256 + Line256 + Line256 + Line256 + Line256 + Line256 + Line256 + Line256
        + Line256 + Line256 + Line256 + Line256 + Line256 + Line256 + Line256 + Line252 + "fedX";

    private const string Line64 = "0123456789 abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Line192 = Line64 + Line64 + Line64;
    private const string Line252 = Line192 + "0123456789 abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUV";
    private const string Line256 = Line192 + Line64;

    /// <summary>What a compiler's constant can say.</summary>
    public static IEnumerable<string> Constants =>
    [
        Quotes, Pipes, Ampersands, Exclamations, EqualsSigns, Tildes, Balanced, Unbalanced, Opening, Closing, Commas,
        Semicolons, Backslashes, Slashes, Angles, Brackets, Generics, Variables, Wildcards, Filter, Json, Dots, Colons,
        LineFeed, CarriageReturn, CarriageReturnLineFeed, OtherLineEnds, Tab, Control, Ansi, Nul, Empty, Space, Blanks,
        Padded, NullWord, Accents, Cjk, RightToLeft, Composed, Decomposed, Emoji, Invisible, NonCharacters, Long,
        LongTwin,
    ];

    /// <summary>The few that break most.</summary>
    public static IEnumerable<string> Worst =>
    [
        Quotes, Unbalanced, Backslashes, Angles, Filter, CarriageReturnLineFeed, OtherLineEnds, Control, Ansi, Nul,
        Empty, Blanks, RightToLeft, Emoji, Invisible, NonCharacters, Long, "high \uD83D",
    ];

    /// <summary>Halves of surrogate pairs: texts that no encoding can carry.</summary>
    public static IEnumerable<string> LoneSurrogates =>
    [
        "high \uD83D", "low \uDE00", "swapped \uDE00\uD83D",
    ];

    public static IEnumerable<string> All => Constants.Concat(LoneSurrogates);
}
