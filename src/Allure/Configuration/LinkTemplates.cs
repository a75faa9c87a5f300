using TestFlock.Allure.Format;

namespace TestFlock.Allure.Configuration;

/// <summary>Makes addresses of what tests name, such as the number of an issue.</summary>
internal sealed class LinkTemplates(IReadOnlyList<string> templates)
{
    /// <param name="type">Such as <c>issue</c>.</param>
    /// <param name="text">What the test names: an address, or what the template for the type makes one of.</param>
    /// <returns>Null when there is no such template.</returns>
    public AllureLink? Find(string type, string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return new AllureLink(text, text, type);
        var place = $"{{{type}}}";
        return templates.FirstOrDefault(t => t.Contains(place, StringComparison.OrdinalIgnoreCase)) is { } template
            ? new AllureLink(
                text,
                template.Replace(place, Uri.EscapeDataString(text), StringComparison.OrdinalIgnoreCase),
                type)
            : null;
    }
}
