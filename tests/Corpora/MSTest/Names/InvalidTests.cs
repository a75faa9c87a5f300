// Since version 4 a single one of these keeps every test of the assembly from running.
#if MSTEST3
namespace Corpus.Names;

[TestClass]
internal sealed class InternalTests
{
    [TestMethod]
    public void Is_in_an_internal_class() => Assert.IsTrue(true);
}

[TestClass]
public sealed class InvalidTests
{
    [TestMethod]
    private void Is_private() => Assert.IsTrue(true);

    [TestMethod]
    public static void Is_static() => Assert.IsTrue(true);

    [TestMethod]
    public async void Is_async_void() => await Task.Yield();

    [TestMethod]
    public int Returns_a_number() => 1;
}

[TestClass]
public sealed class OpenGenericTests<T>
{
    [TestMethod]
    public void Is_in_an_open_generic_class() => Assert.IsNull(default(T));
}

[TestClass]
public sealed class NoConstructorTests
{
    public NoConstructorTests(int number) => _ = number;

    [TestMethod]
    public void Cannot_be_made() => Assert.IsTrue(true);
}

[TestClass]
public sealed class WrongClassInitializeTests
{
    [ClassInitialize]
    public void SetUp() => Assert.Fail("must be static, and take a context");

    [TestMethod]
    public void Never_starts() => Assert.IsTrue(true);
}
#endif
