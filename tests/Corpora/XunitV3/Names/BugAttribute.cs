using Xunit.v3;

namespace Corpus.Names;

[AttributeUsage(AttributeTargets.Method)]
public sealed class BugAttribute(int number) : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() =>
        [new("Bug", number.ToString()), new("Category", "Bug")];
}
