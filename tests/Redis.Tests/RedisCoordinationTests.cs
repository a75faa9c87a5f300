using TestFlock.Tests.Conformance.Coordination;
using TestFlock.Tests.Servers;

namespace TestFlock.Redis.Tests;

[Collection(RedisCollection.Name)]
public sealed class RedisPickingTests(RedisFixture redis) : PickingConformance(new RedisUnderTest(redis));

[Collection(RedisCollection.Name)]
public sealed class RedisAskingBackTests(RedisFixture redis) : AskingBackConformance(new RedisUnderTest(redis));

[Collection(RedisCollection.Name)]
public sealed class RedisClaimTests(RedisFixture redis) : ClaimConformance(new RedisUnderTest(redis));

[Collection(RedisCollection.Name)]
public sealed class RedisCapacityTests(RedisFixture redis) : CapacityConformance(new RedisUnderTest(redis));

[Collection(RedisCollection.Name)]
public sealed class RedisRunLifeTests(RedisFixture redis) : RunLifeConformance(new RedisUnderTest(redis));

[Collection(RedisCollection.Name)]
public sealed class RedisFairnessTests(RedisFixture redis) : FairnessConformance(new RedisUnderTest(redis));

[Collection(RedisCollection.Name)]
public sealed class RedisSharedCapacityTests(RedisFixture redis) : SharedCapacityConformance(new RedisUnderTest(redis));

[Collection(RedisCollection.Name)]
public sealed class RedisVanishedTests(RedisFixture redis) : VanishedConformance(new RedisUnderTest(redis));

[Collection(RedisCollection.Name)]
public sealed class RedisOutageTests(RedisFixture redis) : OutageConformance(new RedisUnderTest(redis));
