using NUnit.Framework;

namespace Declares.Base;

[NonParallelizable]
public abstract class SerialBase
{
    [Test]
    public void Inherited()
    {
    }
}

public abstract class GenericBase<T>
{
    [Test, Order(1)]
    public void First()
    {
    }
}
