using TestFlock.Contracts;

namespace TestFlock.RabbitMq.Messages;

/// <summary>
/// Makes messages that the broker takes of a report of any size: by splitting it, and a single huge result by cutting
/// its texts.
/// </summary>
internal static class ReportParts
{
    public static IEnumerable<RabbitMqMessage> Of(AgentReport report, int longestMessage)
    {
        var whole = RabbitMqMessage.Of(report);
        if (whole.Body.Length <= longestMessage)
            return [whole];
        if (report.Events.Count > 1)
        {
            var half = report.Events.Count / 2;
            var rest = report with
            {
                FirstEvent = report.FirstEvent == 0 ? 0 : report.FirstEvent + half,
                Events = [.. report.Events.Skip(half)],
            };
            return Of(report with { Events = [.. report.Events.Take(half)] }, longestMessage)
                .Concat(Of(rest, longestMessage));
        }

        return [Cut(report, longestMessage)];
    }

    // JSON writes a character in at most six bytes (\u0000), so a sixth of the room is safe for all texts of a result
    // together.
    private static RabbitMqMessage Cut(AgentReport report, int longestMessage)
    {
        if (report.Events is not [ResultArrived { Result: var result } arrived])
            return RabbitMqMessage.Of(report with { Events = [.. report.Events.Select(e => Note(e, longestMessage))] });

        var room = longestMessage / 6 / (result.Messages.Count + 6);
        var cut = result with
        {
            ErrorMessage = Shorten(result.ErrorMessage, room),
            ErrorStackTrace = Shorten(result.ErrorStackTrace, room),
            Messages = [.. result.Messages.Select(m => m with { Text = Shorten(m.Text, room) })],
        };
        var message = RabbitMqMessage.Of(report with { Events = [arrived with { Result = cut }] });
        return message.Body.Length <= longestMessage
            ? message
            : RabbitMqMessage.Of(report with { Events = [arrived with { Result = Bare(cut, room) }] });
    }

    /// <summary>
    /// What is long beside the texts (traits, properties, attachments by the thousand) is worth less than the outcome.
    /// </summary>
    private static TestResult Bare(TestResult result, int room) => result with
    {
        DisplayName = Shorten(result.DisplayName, room),
        Messages = [new ResultMessage { Category = "StdErrMsgs", Text = "[TestFlock: the output was too long to be "
            + "carried and is left out.]" }],
        Traits = [],
        Properties = [],
        Attachments = [],
    };

    private static AgentEvent Note(AgentEvent happened, int longestMessage) => happened switch
    {
        AgentNote note => note with { Text = Shorten(note.Text, longestMessage / 12)! },
        AttemptEnded ended => ended with { Reason = Shorten(ended.Reason, longestMessage / 12) },
        AttachmentsArrived => new AgentNote
        {
            Level = NoteLevel.Warning,
            Text = "The list of a batch's attachments was too long to be carried and is left out.",
        },
        _ => happened,
    };

    private static string? Shorten(string? text, int room)
    {
        if (text is null || text.Length <= room)
            return text;
        var note =
            $"{Environment.NewLine}[TestFlock: {text.Length - room:N0} characters left out]{Environment.NewLine}";
        return string.Concat(text.AsSpan(0, room / 2), note, text.AsSpan(text.Length - (room - (room / 2))));
    }
}
