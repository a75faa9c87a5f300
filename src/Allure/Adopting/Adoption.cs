using System.Text.Json;
using System.Text.Json.Nodes;
using TestFlock.Allure.Folder;
using TestFlock.Allure.Format;
using TestFlock.Allure.Results;

namespace TestFlock.Allure.Adopting;

/// <summary>
/// Puts a result of the user's own Allure in the place of ours: theirs is who the test is and what it did; ours is who
/// ran it, when by the coordinator's clock, and how it ended when they could not know.
/// </summary>
internal static class Adoption
{
    private static readonly string[] Suites = ["parentSuite", "suite", "subSuite"];

    /// <param name="own">Theirs.</param>
    /// <param name="ours">Of the same attempt.</param>
    public static byte[] Merge(OwnResult own, AllureResult ours)
    {
        // It may be asked for again, when more is known of the attempt.
        var json = own.Json.DeepClone().AsObject();
        JsonCare.Shift(json, own.Offset);
        json["historyId"] ??= ours.HistoryId;
        json["testCaseId"] ??= ours.TestCaseId;
        json["fullName"] ??= ours.FullName;
        json["start"] = ours.Start;
        json["stop"] = Math.Max(ours.Stop, StopOf(json));
        json["labels"] = new JsonArray([.. LabelsOf(own, ours).Select(ToJson)]);
        AddAttachments(json, ours.Attachments);
        Judge(json, own.Status, ours);
        return JsonSerializer.SerializeToUtf8Bytes(json, AllureJson.Nodes);
    }

    /// <summary>As it is, but for the clock and for who ran it: of no attempt that is known.</summary>
    public static void WriteUnclaimed(OwnResult own, ResultsFolder folder)
    {
        JsonCare.Shift(own.Json, own.Offset);
        AllureLabel[] place = [ResultLabels.HostOf(own.Place), ResultLabels.ThreadOf(own.Place)];
        var labels = own.ObjectsOf("labels").Select(ToLabel).Where(label => !place.Any(p => p.Name == label.Name));
        own.Json["labels"] = new JsonArray([.. labels.Concat(place).Select(ToJson)]);
        folder.Write($"{folder.NewId()}-result.json", JsonSerializer.SerializeToUtf8Bytes(own.Json, AllureJson.Nodes));
    }

    private static IEnumerable<AllureLabel> LabelsOf(OwnResult own, AllureResult ours)
    {
        var theirs = own.ObjectsOf("labels").Select(ToLabel)
            .Where(label => label.Name is not ("host" or "thread")).ToList();
        var hasSuites = theirs.Exists(label => Suites.Contains(label.Name));

        // Several tags and links of a name are several things; of all else, theirs is the one.
        var more = ours.Labels.Where(label => label.Name == "tag"
            ? !theirs.Contains(label)
            : !theirs.Exists(their => their.Name == label.Name) && !(hasSuites && Suites.Contains(label.Name)));
        return [.. theirs, .. more];
    }

    private static void AddAttachments(JsonObject json, IReadOnlyList<AllureAttachment> ours)
    {
        if (json["attachments"] is not JsonArray attachments)
            json["attachments"] = attachments = [];
        foreach (var attachment in ours)
        {
            attachments.Add(new JsonObject
            {
                ["name"] = attachment.Name,
                ["source"] = attachment.Source,
                ["type"] = attachment.Type,
            });
        }
    }

    // What the platform saw after the test's own last word (a crash, a time-out, a failing clean-up) counts.
    private static void Judge(JsonObject json, string? status, AllureResult ours)
    {
        var isWorse = ours.Status is AllureStatus.Failed or AllureStatus.Broken
            ? status is not (AllureStatus.Failed or AllureStatus.Broken)
            : ours.StatusDetails?.Muted == true;
        if (isWorse || status is null)
        {
            json["status"] = ours.Status;
            json["stage"] = ours.Stage;
            json["statusDetails"] = ours.StatusDetails is { } details
                ? ToJson(details)
                : null;
        }
        else if (ours.StatusDetails?.Flaky == true)
        {
            if (json["statusDetails"] is not JsonObject details)
                json["statusDetails"] = details = [];
            details["flaky"] = true;
            details["message"] ??= ours.StatusDetails.Message;
        }

        JsonCare.Clean(json);
    }

    private static long StopOf(JsonObject json) =>
        json["stop"] is JsonValue value && value.TryGetValue(out long stop) ? stop : 0;

    private static AllureLabel ToLabel(JsonObject label) =>
        new((string?)label["name"] ?? "", label["value"]?.ToString() ?? "");

    private static JsonNode ToJson(AllureLabel label) =>
        new JsonObject { ["name"] = label.Name, ["value"] = label.Value };

    // What is null goes away with all else that is, before it is written.
    private static JsonObject ToJson(AllureStatusDetails details) => new()
    {
        ["message"] = details.Message,
        ["trace"] = details.Trace,
        ["expected"] = details.Expected,
        ["actual"] = details.Actual,
        ["flaky"] = details.Flaky,
        ["known"] = details.Known,
        ["muted"] = details.Muted,
    };
}
