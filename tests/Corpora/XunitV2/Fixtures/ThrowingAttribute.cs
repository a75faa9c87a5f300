using System.Reflection;
using Xunit.Sdk;

namespace Corpus.Fixtures;

public sealed class ThrowingAttribute : BeforeAfterTestAttribute
{
    public bool BeforeTest { get; set; }

    public bool AfterTest { get; set; }

    public override void Before(MethodInfo methodUnderTest)
    {
        if (BeforeTest)
            throw new InvalidOperationException("thrown before the test");
    }

    public override void After(MethodInfo methodUnderTest)
    {
        if (AfterTest)
            throw new InvalidOperationException("thrown after the test");
    }
}
