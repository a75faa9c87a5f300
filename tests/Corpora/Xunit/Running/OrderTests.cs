namespace Corpus.Running;

/// <summary>Each test stands on the one before: alone, or out of order, none but the first passes.</summary>
#if XUNIT_V3
[TestCaseOrderer(typeof(FromZToA))]
#else
[TestCaseOrderer("Corpus.Running.FromZToA", "Corpus.XunitV2")]
#endif
public sealed class OrderTests(OrderTests.Steps steps) : IClassFixture<OrderTests.Steps>
{
    [Fact]
    public void A_is_third() => Assert.Equal(3, ++steps.Done);

    [Fact]
    public void B_is_second() => Assert.Equal(2, ++steps.Done);

    [Fact]
    public void C_is_first() => Assert.Equal(1, ++steps.Done);

    public sealed class Steps
    {
        public int Done { get; set; }
    }
}
