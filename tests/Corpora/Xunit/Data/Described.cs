#if XUNIT_V3
using Xunit.Sdk;

#endif
namespace Corpus.Data;

/// <summary>A row that the framework cannot serialize, but that can itself.</summary>
public sealed class Described : IXunitSerializable
{
    public Described()
    {
    }

    public Described(string text) => Text = text;

    public string Text { get; private set; }

    public void Deserialize(IXunitSerializationInfo info) => Text = info.GetValue<string>(nameof(Text));

    public void Serialize(IXunitSerializationInfo info) => info.AddValue(nameof(Text), Text);

    public override string ToString() => Text;
}
