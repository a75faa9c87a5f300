using Xunit;

namespace Filtered
{
    public class Backstage
    {
        [Fact(Explicit = true), Trait("Category", "Manual")]
        public void Opens() { }
    }
}
