namespace TestFlock.Core.Settings.Reading;

/// <summary>One value that a user can write.</summary>
/// <param name="Element">Below the section, with a slash before a nested one, such as <c>Variables/Pass</c>.</param>
/// <param name="Attribute">Null for the element's own text.</param>
/// <param name="Default">What holds when it is left out, in words; null when its element, once written, must have
/// it.</param>
internal abstract record Setting(string Element, string? Attribute, string? Default)
{
    /// <summary>As docs and messages write it, such as <c>&lt;Retry Max&gt;</c>.</summary>
    public string Place => Attribute is null ? $"<{Element}>" : $"<{Element} {Attribute}>";

    /// <summary>What it may be, in words.</summary>
    public abstract string Range { get; }

    /// <summary>Never to be shown, even where the user wrote it out.</summary>
    public bool IsSecret { get; init; }

    /// <summary>What is read in its place when its element is written without it; null: nothing.</summary>
    public string? Otherwise { get; init; }

    /// <summary>May its element be written several times?</summary>
    public bool Repeats { get; init; }
}

/// <inheritdoc cref="Setting"/>
internal sealed record Setting<T>(string Element, string? Attribute, ValueKind<T> Kind, string? Default)
    : Setting(Element, Attribute, Default)
{
    public override string Range => Kind.Range;
}
