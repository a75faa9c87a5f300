using Xunit;

namespace Filtered
{
    [Trait("Category", "Fast"), Trait("Owner", "Ann")]
    public class Cart
    {
        [Fact]
        public void Adds() { }

        [Fact, Trait("Category", "Slow"), Trait("Category", "Daily"), Trait("Priority", "1")]
        public void Removes() { }

        [Fact(DisplayName = "It clears (all, at once) | \"everything\""), Trait("category", "Odd")]
        public void Clears() { }

        [Theory, InlineData(1), InlineData(2), InlineData("a|b&c"), InlineData("say \"hi\", (twice)"),
            InlineData("x=y!~z")]
        public void Holds(object item) => Assert.NotNull(item);

        [Fact(Skip = "not yet")]
        public void Saves() { }

        public class Totals
        {
            [Fact, Trait("Category", "Slow"), Trait("TestCategory", "Sums")]
            public void Sum() { }
        }
    }

    public class Typed<T>
    {
        [Fact]
        public void Costs() { }
    }

    public class Prices : Typed<int>;
}
