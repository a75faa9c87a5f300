namespace Corpus.Outcomes;

[TestClass]
public sealed class FailureTests
{
    [TestMethod]
    [DynamicData(nameof(Rows.FailureNames), typeof(Rows))]
    public void Throws(string failure) => Failures.Throw(failure);

    [TestMethod]
    [DynamicData(nameof(Rows.AllTexts), typeof(Rows))]
    public void Fails_with_a_message(string message) => Assert.Fail(message);

    [TestMethod]
    [DynamicData(nameof(Rows.WorstTexts), typeof(Rows))]
    public void Differs_from(string text) => Assert.AreEqual("something else", text);

    [TestMethod]
    public void Fails_deep_in_recursion() => Fall(100);

    [TestMethod]
    public async Task Fails_after_an_await()
    {
        await Task.Yield();
        Failures.Throw("inner");
    }

    private static void Fall(int depth)
    {
        if (depth == 0)
            Failures.Throw("plain");
        Fall(depth - 1);
    }
}
