using Corpus.Names;

/// <summary>Lives in no namespace.</summary>
[TestClass]
public sealed class HomelessTests
{
    [TestMethod]
    public void Has_no_namespace() => Assert.IsTrue(true);

    [TestMethod]
    [DataRow("a.b")]
    public void Has_no_namespace_but_rows(string row) => Assert.IsNotNull(row);

    [TestClass]
    public sealed class Nested
    {
        [TestMethod]
        public void Is_nested_and_has_no_namespace() => Assert.IsTrue(true);
    }
}

namespace Corpus.Names
{
    [TestClass]
    public class OuterTests
    {
        [TestMethod]
        public void Is_outside() => Assert.IsTrue(true);

        [TestClass]
        public sealed class InnerTests
        {
            [TestMethod]
            public void Is_inside() => Assert.IsTrue(true);

            [TestClass]
            public sealed class InnermostTests
            {
                [TestMethod]
                [DataRow("+")]
                public void Is_innermost(string row) => Assert.AreEqual("+", row);
            }
        }

        [TestClass]
        public sealed class HeirOfItsHost : OuterTests
        {
            [TestMethod]
            public void Is_inside_and_inherits() => Assert.IsTrue(true);
        }
    }

    [TestClass]
    public partial class PartialTests
    {
        [TestMethod]
        public void Is_in_the_first_part() => Assert.IsTrue(true);
    }

    public partial class PartialTests
    {
        [TestMethod]
        public void Is_in_the_second_part() => Assert.IsTrue(true);
    }

    [TestClass]
    public record RecordTests
    {
        [TestMethod]
        public void Is_in_a_record() => Assert.IsTrue(true);
    }
}
