using System;
using System.Threading;
using NUnit.Framework;

public class Waiting
{
    [Test]
    public void First()
    {
    }

    [Test]
    public void Waits()
    {
        if (TestContext.Parameters.Get("Waits") == "no")
            return;
        TestContext.Progress.WriteLine($"waits in process {Environment.ProcessId};");
        Thread.Sleep(Timeout.Infinite);
    }

    [Test]
    public void Wakes()
    {
    }
}
