using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Explored
{
    [TestClass]
    public class Plain
    {
        [TestMethod]
        public void Passes() => Console.WriteLine(Environment.ProcessId);

        [TestMethod]
        public void Fails() => Assert.Fail("as expected");

        [TestMethod, TestCategory("Fast")]
        public void Quick() { }

        [TestMethod, DataRow(1), DataRow(2)]
        public void Row(int number) { }
    }

    [TestClass]
    public class Many
    {
        public static IEnumerable<object[]> Numbers =>
            Enumerable.Range(1, 40).Select(number => new object[] { number });

        // Each waits a little, so that a run can be cancelled between two of them.
        [TestMethod, DynamicData(nameof(Numbers))]
        public void Number(int number) => Thread.Sleep(100);
    }
}
