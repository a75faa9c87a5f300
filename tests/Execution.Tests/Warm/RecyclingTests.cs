using TestFlock.Execution.Tests.Support;
using TestFlock.Execution.Warm;

namespace TestFlock.Execution.Tests.Warm;

public sealed class RecyclingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunAsync_after_the_most_tests_the_next_batch_has_a_new_process()
    {
        var rules = new RecyclingRules { MostTests = 2 };
        await using var run = BatchRun.StartWarm(rules, Signal("one"));
        await run.ToEndAsync();

        await run.AgainAsync(Signal("two"));
        await run.AgainAsync(Signal("three"));

        IdOf("two").ShouldBe(IdOf("one"));
        IdOf("three").ShouldNotBe(IdOf("two"));
        LivingProcess.Exists(IdOf("three")).ShouldBeTrue();
        await LivingProcess.EndOfAsync(IdOf("two"));
    }

    [Fact]
    public async Task RunAsync_after_the_longest_life_the_next_batch_has_a_new_process()
    {
        await using var run = BatchRun.StartWarm(
            new RecyclingRules { LongestLife = TimeSpan.FromTicks(1) }, Signal("one"));
        await run.ToEndAsync();

        await run.AgainAsync(Signal("two"));

        IdOf("two").ShouldNotBe(IdOf("one"));
        await LivingProcess.EndOfAsync(IdOf("one"));
    }

    [Fact]
    public async Task RunAsync_after_a_batch_that_keeps_memory_the_next_has_a_new_process()
    {
        var rules = new RecyclingRules { MostGrowth = 64 * 1024 * 1024 };
        await using var run = BatchRun.StartWarm(rules, Signal("one"));
        await run.ToEndAsync();

        await run.AgainAsync($"start; grow 256; signal {_folder.File("two")}; result Passed; end");
        await run.AgainAsync(Signal("three"));

        IdOf("two").ShouldBe(IdOf("one"));
        IdOf("three").ShouldNotBe(IdOf("two"));
        await LivingProcess.EndOfAsync(IdOf("two"));
    }

    private string Signal(string name) => $"start; signal {_folder.File(name)}; result Passed; end";

    private int IdOf(string name) => LivingProcess.IdIn(_folder.File(name));
}
