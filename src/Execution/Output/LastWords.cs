namespace TestFlock.Execution.Output;

/// <summary>The part of a dead process's output that a person should read first.</summary>
internal static class LastWords
{
    /// <summary>Enough for the message and the frames that matter, on both ends of a long stack.</summary>
    private const int LongestBeginning = 6 * 1024;
    private const int LongestEnd = 4 * 1024;

    /// <summary>What the runtime prints first when it dies; the stack follows.</summary>
    private static readonly string[] Banners =
        ["Unhandled exception.", "Process terminated.", "Stack overflow.", "Fatal error."];

    /// <param name="output">The end of what the process wrote.</param>
    /// <returns>From the runtime's own last message on, if there is one; the middle of a long text is left
    /// out.</returns>
    public static string In(string output)
    {
        var banner = Banners.Max(b => output.LastIndexOf(b, StringComparison.Ordinal));
        var text = banner > 0 ? output[banner..] : output;
        if (banner < 0)
            return text.Length <= LongestBeginning + LongestEnd ? text : $"…{text[^(LongestBeginning + LongestEnd)..]}";
        return text.Length <= LongestBeginning + LongestEnd
            ? text
            : $"{text[..LongestBeginning]}\n…\n{text[^LongestEnd..]}";
    }
}
