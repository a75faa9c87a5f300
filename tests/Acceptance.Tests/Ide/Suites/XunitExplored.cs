using System;
using System.Linq;
using System.Threading;
using Xunit;
#if XUNIT_V2
using Xunit.Abstractions;
#endif

namespace Explored
{
    public class Plain
    {
        private readonly ITestOutputHelper _output;

        public Plain(ITestOutputHelper output) => _output = output;

        [Fact]
        public void Passes() => _output.WriteLine(Environment.ProcessId.ToString());

        [Fact]
        public void Fails() => Assert.Fail("as expected");

        [Fact, Trait("Category", "Fast")]
        public void Quick() { }

        [Theory, InlineData(1), InlineData(2)]
        public void Row(int number) => Assert.True(number > 0);
    }

    public class Many
    {
        public static TheoryData<int> Numbers => new(Enumerable.Range(1, 40));

        // Each waits a little, so that a run can be cancelled between two of them.
        [Theory, MemberData(nameof(Numbers))]
        public void Number(int number) => Thread.Sleep(number > 0 ? 100 : 0);
    }
}
