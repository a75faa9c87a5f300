namespace TestFlock.Allure.Format;

/// <summary>What belongs to the run and to no test.</summary>
internal sealed record AllureGlobals
{
    public required IReadOnlyList<AllureAttachment> Attachments { get; init; }

    public required IReadOnlyList<AllureGlobalError> Errors { get; init; }
}

/// <param name="Message">In one line.</param>
/// <param name="Trace">The rest; may be empty.</param>
internal sealed record AllureGlobalError(string Message, string Trace);
