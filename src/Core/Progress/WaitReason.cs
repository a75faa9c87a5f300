namespace TestFlock.Core.Progress;

/// <summary>Why some of a run's tests do not run now.</summary>
/// <param name="Kind">For programs.</param>
/// <param name="Text">For people, with names; one line, at most <see cref="Longest"/> characters.</param>
public sealed record WaitReason(WaitKind Kind, string Text)
{
    public const int Longest = 600;

    /// <summary>A reason whose text is made to fit.</summary>
    public static WaitReason Of(WaitKind kind, string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return new WaitReason(kind, line.Length <= Longest ? line : $"{line[..(Longest - 1)]}…");
    }
}
