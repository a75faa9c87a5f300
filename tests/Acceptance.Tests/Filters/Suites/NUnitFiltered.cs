using NUnit.Framework;

namespace Filtered
{
    [TestFixture, Category("Fast"), Property("Owner", "Ann")]
    public class Cart
    {
        [Test]
        public void Adds() { }

        [Test, Category("Slow"), Category("Daily"), Property("Priority", "1")]
        public void Removes() { }

        [Test, Category("Manual"), Explicit("by hand")]
        public void Clears() { }

        [TestCase(1), TestCase(2), TestCase("a|b&c"), TestCase("say \"hi\", (twice)"), TestCase("x=y!~z")]
        public void Holds(object item) { }

        [Test, Ignore("not yet")]
        public void Saves() { }

        public class Totals
        {
            [Test, Category("Slow")]
            public void Sum() { }
        }
    }

    [TestFixture(1), TestFixture(2)]
    public class Priced
    {
        public Priced(int price) { }

        [Test]
        public void Costs() { }
    }

    [TestFixture(typeof(int)), TestFixture(typeof(string))]
    public class Typed<T>
    {
        [Test]
        public void Costs() { }
    }

    [TestFixture, Explicit("the whole of it"), Category("Manual")]
    public class Backstage
    {
        [Test]
        public void Opens() { }
    }

    public class Twins
    {
        [TestCase(1), TestCase(1)]
        public void Same(int number) { }
    }
}
