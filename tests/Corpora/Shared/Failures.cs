namespace Corpus;

/// <summary>Exceptions whose messages, types or nesting are hard to report.</summary>
public static class Failures
{
    public static IReadOnlyDictionary<string, Func<Exception>> ByName { get; } = new Dictionary<string, Func<Exception>>
    {
        ["plain"] = () => new InvalidOperationException("plain"),
        ["empty message"] = () => new InvalidOperationException(""),
        ["blank message"] = () => new InvalidOperationException(" \t "),
        ["null message"] = () => new SpokenException(null),
        ["several lines"] = () => new InvalidOperationException("first\nsecond\r\n\r\nthird\n"),
        ["leading new line"] = () => new InvalidOperationException("\n\nafter two lines"),
        ["control characters"] = () => new InvalidOperationException(HostileText.Control + HostileText.Nul),
        ["ansi"] = () => new InvalidOperationException(HostileText.Ansi),
        ["non-characters"] = () => new InvalidOperationException(HostileText.NonCharacters),
        ["lone surrogate"] = () => new InvalidOperationException("high \uD83D end"),
        ["non-ascii"] = () => new InvalidOperationException(HostileText.Cjk + HostileText.Emoji),
        ["markup"] = () => new InvalidOperationException(HostileText.Angles + HostileText.Json),
        ["looks like a stack trace"] = () => new InvalidOperationException("oops\n   at A.B() in c.cs:line 1"),
        ["looks like a service message"] = () => new InvalidOperationException("##vso[task.complete]##teamcity[x]"),
        ["100 kB message"] = () => new InvalidOperationException(new string('x', 100 * 1024)),
        ["inner"] = () => new InvalidOperationException("outer", new ArgumentException("inner", "parameter")),
        ["inner five deep"] = () => Nest(5),
        ["aggregate"] = () => new AggregateException("several", new InvalidOperationException("one"), Nest(2)),
        ["aggregate of nothing"] = () => new AggregateException("nothing"),
        ["custom"] = () => new SpokenException("custom"),
        ["nested generic type"] = () => new Holder<int>.InnerException("nested generic"),
        ["cancelled"] = () => new OperationCanceledException("cancelled"),
        ["task cancelled"] = () => new TaskCanceledException("task cancelled"),
        ["throws in ToString"] = () => new MuteException(),
    };

    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>Throws, so that the exception has a stack trace of its own.</summary>
    public static void Throw(string name) => throw ByName[name]();

    private static Exception Nest(int depth) =>
        depth == 0
            ? new ArgumentException("innermost")
            : new InvalidOperationException($"depth {depth}", Nest(depth - 1));
}

/// <summary>Says exactly what it is told, even nothing at all.</summary>
public sealed class SpokenException(string message) : Exception
{
    public override string Message => message;
}

/// <summary>Cannot even be printed.</summary>
public sealed class MuteException() : Exception("mute")
{
    public override string ToString() => throw new NotSupportedException("cannot be printed");
}

public static class Holder<T>
{
    public sealed class InnerException(string message) : Exception(message);
}
