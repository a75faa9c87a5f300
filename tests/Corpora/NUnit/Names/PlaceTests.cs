using Corpus.Names;

/// <summary>Lives in no namespace.</summary>
public sealed class HomelessTests
{
    [Test]
    public void Has_no_namespace() => Assert.Pass();

    [TestCase("a.b")]
    public void Has_no_namespace_but_rows(string row) => Assert.Pass();

    public sealed class Nested
    {
        [Test]
        public void Is_nested_and_has_no_namespace() => Assert.Pass();
    }
}

namespace Corpus.Names
{
    public sealed class OuterTests
    {
        [Test]
        public void Is_outside() => Assert.Pass();

        public sealed class InnerTests
        {
            [Test]
            public void Is_inside() => Assert.Pass();

            [TestFixture("(+)")]
            public sealed class InnermostTests(string argument)
            {
                [TestCase("+")]
                public void Is_innermost(string row) => Assert.That(argument, Does.Contain(row));
            }
        }

        [TestFixture(typeof(int))]
        [TestFixture(typeof(List<string>))]
        public sealed class GenericTests<T>
        {
            [Test]
            public void Is_inside_and_generic() => Assert.That(typeof(T).IsValueType);
        }
    }

    public static class StaticTests
    {
        [Test]
        public static void Is_static() => Assert.Pass();
    }

    internal sealed class InternalTests
    {
        [Test]
        public void Is_public_in_an_internal_class() => Assert.Pass();

        [Test]
        internal void Is_internal() => Assert.Pass();
    }

    public partial class PartialTests
    {
        [Test]
        public void Is_in_the_first_part() => Assert.Pass();
    }

    public partial class PartialTests
    {
        [Test]
        public void Is_in_the_second_part() => Assert.Pass();
    }

    public record RecordTests
    {
        [Test]
        public void Is_in_a_record() => Assert.Pass();
    }

    public struct StructTests
    {
        [Test]
        public void Is_in_a_struct() => Assert.Pass();
    }
}
