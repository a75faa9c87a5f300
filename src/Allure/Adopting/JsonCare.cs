using System.Text.Json.Nodes;

namespace TestFlock.Allure.Adopting;

/// <summary>Makes of a foreign file one that both reports read.</summary>
internal static class JsonCare
{
    /// <summary>A null in the place of a list stops one report altogether.</summary>
    public static void Clean(JsonObject json)
    {
        foreach (var name in json.Where(p => p.Value is null).Select(p => p.Key).ToArray())
            json.Remove(name);
        foreach (var child in Children(json))
            Clean(child);
    }

    /// <summary>Attached files by the names that they have here.</summary>
    public static void Rename(JsonObject json, IReadOnlyDictionary<string, string> sources)
    {
        if (json["source"] is JsonValue value && value.TryGetValue(out string? source)
            && sources.TryGetValue(source, out var here))
            json["source"] = here;
        foreach (var child in Children(json))
            Rename(child, sources);
    }

    /// <summary>Brings start and stop, of steps and fixtures as well, to another clock.</summary>
    public static void Shift(JsonObject json, TimeSpan offset)
    {
        if (offset == TimeSpan.Zero)
            return;
        foreach (var name in (string[])["start", "stop"])
        {
            if (json[name] is JsonValue value && value.TryGetValue(out long moment))
                json[name] = moment + (long)offset.TotalMilliseconds;
        }

        foreach (var child in Children(json))
            Shift(child, offset);
    }

    private static JsonObject[] Children(JsonObject json) => json
        .SelectMany(p => p.Value switch
        {
            JsonArray array => array.OfType<JsonObject>(),
            JsonObject child => [child],
            _ => [],
        })
        .ToArray();
}
