using Declares.Base;
using NUnit.Framework;

namespace Declares;

public class Plain
{
    [Test]
    public void One()
    {
    }

    [TestCase(1), TestCase(2)]
    public void Rows(int row)
    {
    }
}

[Parallelizable(ParallelScope.All)]
public class Parallel
{
    [Test]
    public void One()
    {
    }
}

public class OrderedMethods
{
    [Test, Order(2)]
    public void Second()
    {
    }

    [Test, Order(1)]
    public void First()
    {
    }
}

public class HeirOfOrderedMethods : OrderedMethods;

[NonParallelizable]
public class Serial
{
    [Test]
    public void One()
    {
    }
}

[Parallelizable(ParallelScope.None)]
public class SerialByScope
{
    [Test]
    public void One()
    {
    }
}

[Parallelizable(ParallelScope.Fixtures)]
public class ParallelFixtures
{
    [Test]
    public void One()
    {
    }
}

public class SerialMethod
{
    [Test, NonParallelizable]
    public void Alone()
    {
    }

    [Test]
    public void NotAlone()
    {
    }
}

[SingleThreaded]
public class OneThread
{
    [Test]
    public void One()
    {
    }
}

[Parallelizable]
public class TakesItBack : Serial;

public class HeirOfAnotherAssembly : SerialBase;

public class HeirOfGeneric : GenericBase<int>;

public class GenericSerial<T>
{
    [Test, Order(1)]
    public void One()
    {
    }
}

public class Outer
{
    [NonParallelizable]
    public class Inner
    {
        [Test]
        public void One()
        {
        }
    }

    [Test]
    public void Two()
    {
    }
}

public sealed class OwnOrderAttribute() : OrderAttribute(7);

public class OrderedByOwnAttribute
{
    [Test, OwnOrder]
    public void One()
    {
    }
}
