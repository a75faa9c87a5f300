using NUnit.Framework;

namespace Declares.Steps;

[Order(1)]
public class StepOne
{
    [Test]
    public void One()
    {
    }
}

[Order(2)]
public class StepTwo
{
    [Test]
    public void One()
    {
    }
}

public class NoStep
{
    [Test]
    public void One()
    {
    }
}
