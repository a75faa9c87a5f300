namespace Corpus.Fixtures;

[TestClass]
public sealed class AssemblySetUp
{
    public static bool IsDone { get; private set; }

    [AssemblyInitialize]
    public static async Task SetUpAsync(TestContext context)
    {
        await Task.Yield();
        IsDone = true;
    }

    [AssemblyCleanup]
    public static void CleanUp() => IsDone = false;

    [TestMethod]
    public void Runs_after_the_set_up_of_the_assembly() => Assert.IsTrue(IsDone);
}
