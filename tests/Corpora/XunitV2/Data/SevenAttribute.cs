using System.Reflection;
using Xunit.Sdk;

namespace Corpus.Data;

public sealed class SevenAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[7], [7]];
}
