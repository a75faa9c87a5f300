using TestFlock.Agent.Run;
using TestFlock.Contracts;

namespace TestFlock.Agent.Tests.Run;

public sealed class NeededProtocolTests
{
    private static readonly RunManifest Plain = Testing.Manifests.Plain with
    {
        Isolation = Isolation.Warm,
        Packages = [new RunPackage { Origin = PackageOrigin.Shared, Folder = "/shop" }],
        Variables = new Dictionary<string, string> { ["SHOP_URL"] = "https://shop.example" },
    };

    private static readonly RequestedAttempt Attempt = new()
    {
        Id = new AttemptId(0, 1),
        Case = new TestCase
        {
            Id = Guid.Empty,
            FullyQualifiedName = "Shop.Cart.Adds",
            DisplayName = "Adds",
            Source = "/shop/Shop.dll",
            ExecutorUri = "executor://nunit3testexecutor/",
        },
    };

    public static TheoryData<string, RunManifest, int> Manifests => new()
    {
        { "nothing of it", Plain, 1 },
        { "an upload", Plain with { Packages = [new RunPackage { Origin = PackageOrigin.Upload, Folder = "/shop" }] }, 2 },
        { "a secret", Plain with { SecretVariables = ["SHOP_URL"] }, 2 },
        { "Allure's results", Plain with { GathersAllureResults = true }, 2 },
        { "a time-out of batches", Plain with { BatchTimeout = TimeSpan.FromMinutes(1) }, 2 },
    };

    [Theory]
    [MemberData(nameof(Manifests))]
    public void Of_manifest_needs_the_protocol_that_knows_what_it_asks_for(string what, RunManifest manifest, int expected) =>
        NeededProtocol.Of(manifest, retries: false, [BatchOf(Attempt)]).ShouldBe(expected, what);

    [Fact]
    public void Of_further_attempts_need_agents_that_give_them_a_process_of_their_own() =>
        NeededProtocol.Of(Plain, retries: true, [BatchOf(Attempt)]).ShouldBe(2);

    [Fact]
    public void Of_learned_time_out_may_be_left_out_and_one_that_somebody_gave_may_not()
    {
        var timed = Attempt with { Timeout = TimeSpan.FromSeconds(5) };

        NeededProtocol.Of(Plain, retries: false, [BatchOf(timed with { IsTimeoutLearned = true })]).ShouldBe(1);
        NeededProtocol.Of(Plain, retries: false, [BatchOf(timed)]).ShouldBe(2);
        NeededProtocol.Of(Plain, retries: false, [BatchOf(Attempt with { IncrementalClass = "Cart" })]).ShouldBe(2);
    }

    private static Batch BatchOf(RequestedAttempt attempt) => new()
    {
        Run = Plain.Run,
        Id = new BatchId("1"),
        Units = [new Unit { Name = "Adds", Attempts = [attempt] }],
    };
}
