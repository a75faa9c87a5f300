using System;
using System.Linq;
using System.Threading;
using NUnit.Framework;

namespace Explored
{
    public class Plain
    {
        [Test]
        public void Passes() => Console.WriteLine(Environment.ProcessId);

        [Test]
        public void Fails() => Assert.Fail("as expected");

        [Test, Category("Fast")]
        public void Quick() { }

        [TestCase(1), TestCase(2)]
        public void Row(int number) { }

        [Test, Explicit("by hand")]
        public void ByHand() { }
    }

    public class Many
    {
        // Each waits a little, so that a run can be cancelled between two of them.
        [Test]
        public void Number([Range(1, 40)] int number) => Thread.Sleep(100);
    }
}
