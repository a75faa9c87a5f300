namespace TestFlock.Allure.Results;

/// <summary>When a result was, by the coordinator's clock, in the milliseconds of the format.</summary>
internal readonly record struct AttemptTimes(long Start, long Stop)
{
    // What is shorter is left out of one report's time line.
    private const long Shortest = 1;

    /// <param name="row">Frameworks stamp start and end, or only the duration.</param>
    /// <param name="after">The start of the attempt before it: the one that starts last is the one that counts.</param>
    public static AttemptTimes Of(AttemptRow row, long? after)
    {
        var (result, attempt) = (row.Result, row.Attempt);
        var end = IsStamped(result.EndTime) ? result.EndTime : attempt.Ended;
        var begin = IsStamped(result.StartTime) ? result.StartTime : attempt.Began ?? end;
        if (end - begin < result.Duration)
            begin = end - result.Duration;
        var start = (begin + row.Offset).ToUnixTimeMilliseconds();
        if (start <= after)
            start = after.Value + 1;
        return new AttemptTimes(start, Math.Max((end + row.Offset).ToUnixTimeMilliseconds(), start + Shortest));
    }

    private static bool IsStamped(DateTimeOffset moment) => moment.Year > 1970;
}
