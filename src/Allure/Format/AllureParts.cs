namespace TestFlock.Allure.Format;

/// <summary>A name and a value by which reports group and filter; names may repeat.</summary>
internal sealed record AllureLabel(string Name, string Value);

/// <param name="Name">What is shown.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="Type"><c>link</c>, <c>issue</c> or <c>tms</c>.</param>
internal sealed record AllureLink(string Name, string Url, string Type);

/// <summary>An argument; name and value are part of what identifies a test over its attempts.</summary>
internal sealed record AllureParameter(string Name, string Value)
{
    /// <summary>Whether it does not identify.</summary>
    public bool? Excluded { get; init; }

    /// <summary><c>masked</c> or <c>hidden</c>; null: shown.</summary>
    public string? Mode { get; init; }
}

/// <param name="Name">What is shown.</param>
/// <param name="Source">The file's name in the results folder; referenced once, since one report shows it once.</param>
/// <param name="Type">The media type.</param>
internal sealed record AllureAttachment(string Name, string Source, string Type);
