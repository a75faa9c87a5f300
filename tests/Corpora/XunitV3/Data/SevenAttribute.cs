using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Corpus.Data;

public sealed class SevenAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow<int>(7), new TheoryDataRow<int>(7)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
