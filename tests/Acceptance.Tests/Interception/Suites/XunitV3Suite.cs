using Xunit;

namespace Suite;

public class Version3
{
    [Fact(Explicit = true)]
    public void ByHand()
    {
    }

    [Fact]
    public void Attaches() => TestContext.Current.AddAttachment("xunit-attachment", "attached");
}
