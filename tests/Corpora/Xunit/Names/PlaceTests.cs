using Corpus.Names;

/// <summary>Lives in no namespace.</summary>
public sealed class HomelessTests
{
    [Fact]
    public void Has_no_namespace() => Assert.True(true);

    [Theory]
    [InlineData("a.b")]
    public void Has_no_namespace_but_rows(string row) => Assert.NotNull(row);

    public sealed class Nested
    {
        [Fact]
        public void Is_nested_and_has_no_namespace() => Assert.True(true);
    }
}

namespace Corpus.Names
{
    public class OuterTests
    {
        [Fact]
        public void Is_outside() => Assert.True(true);

        public sealed class InnerTests
        {
            [Fact]
            public void Is_inside() => Assert.True(true);

            public sealed class InnermostTests
            {
                [Theory]
                [InlineData("+")]
                public void Is_innermost(string row) => Assert.Equal("+", row);
            }
        }

        public sealed class HeirOfItsHost : OuterTests
        {
            [Fact]
            public void Is_inside_and_inherits() => Assert.True(true);
        }
    }

    public static class StaticTests
    {
        [Fact]
        public static void Is_static() => Assert.True(true);
    }

    public sealed class PrivateTests
    {
        [Fact]
        private void Is_private() => Assert.True(true);

        [Fact]
        internal static void Is_internal_and_static() => Assert.True(true);
    }

    public partial class PartialTests
    {
        [Fact]
        public void Is_in_the_first_part() => Assert.True(true);
    }

    public partial class PartialTests
    {
        [Fact]
        public void Is_in_the_second_part() => Assert.True(true);
    }

    public record RecordTests
    {
        [Fact]
        public void Is_in_a_record() => Assert.True(true);
    }
}
