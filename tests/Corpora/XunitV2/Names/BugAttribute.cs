using Xunit.Sdk;

namespace Corpus.Names;

[TraitDiscoverer("Corpus.Names.BugDiscoverer", "Corpus.XunitV2")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class BugAttribute(int number) : Attribute, ITraitAttribute
{
    public int Number { get; } = number;
}

public sealed class BugDiscoverer : ITraitDiscoverer
{
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo bug) =>
        [new("Bug", bug.GetConstructorArguments().Single().ToString()), new("Category", "Bug")];
}
