using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Filtered
{
    [TestClass, TestCategory("Fast")]
    public class Cart
    {
        [TestMethod]
        public void Adds() { }

        [TestMethod, TestCategory("Slow"), TestCategory("Daily"), Priority(1), Owner("Ann")]
        public void Removes() { }

        [TestMethod("It clears (all, at once) | \"everything\""), TestProperty("Colour", "red"),
            TestProperty("Category", "Odd")]
        public void Clears() { }

        [TestMethod, DataRow(1), DataRow(2), DataRow("a|b&c"), DataRow("say \"hi\", (twice)"), DataRow("x=y!~z")]
        public void Holds(object item) { }

        [TestMethod, Ignore("not yet"), Priority(2)]
        public void Saves() { }
    }

    [TestClass]
    public class Totals
    {
        [TestMethod, TestCategory("Slow")]
        public void Sum() { }
    }

    public abstract class Typed<T>
    {
        [TestMethod]
        public void Costs() { }
    }

    [TestClass]
    public class Prices : Typed<int>
    {
    }
}
