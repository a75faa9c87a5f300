using System.Reflection;
using Xunit.v3;

namespace Corpus.Fixtures;

public sealed class ThrowingAttribute : BeforeAfterTestAttribute
{
    public bool BeforeTest { get; set; }

    public bool AfterTest { get; set; }

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (BeforeTest)
            throw new InvalidOperationException("thrown before the test");
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (AfterTest)
            throw new InvalidOperationException("thrown after the test");
    }
}
