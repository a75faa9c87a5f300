using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Declares;

[TestClass]
public class Plain
{
    [TestMethod]
    public void One()
    {
    }
}

[TestClass, DoNotParallelize]
public class Serial
{
    [TestMethod]
    public void One()
    {
    }
}

[TestClass]
public class HeirOfSerial : Serial;

[TestClass]
public class SerialMethod
{
    [TestMethod, DoNotParallelize]
    public void One()
    {
    }
}

[TestClass, ResourceLock("port")]
public class LocksPort
{
    [TestMethod]
    public void One()
    {
    }
}

[TestClass]
public class LocksInMethods
{
    [TestMethod, ResourceLock("port")]
    public void Port()
    {
    }

    [TestMethod, ResourceLock("file", Mode = ResourceAccessMode.Read)]
    public void ReadsFile()
    {
    }

    [TestMethod, ResourceLock("disk", Mode = ResourceAccessMode.Read)]
    public void ReadsDisk()
    {
    }

    [TestMethod]
    public void Free()
    {
    }
}

[TestClass]
public class ChangesFile
{
    [TestMethod, ResourceLock("file")]
    public void One()
    {
    }
}

[TestClass]
public class Steps
{
    [TestMethod]
    public void One()
    {
    }

    [TestMethod, DependsOn(nameof(One))]
    public void Two()
    {
    }
}

[TestClass, DependsOn(typeof(Plain2))]
public class AfterPlain2
{
    [TestMethod]
    public void One()
    {
    }
}

[TestClass]
public class Plain2
{
    [TestMethod]
    public void One()
    {
    }
}
