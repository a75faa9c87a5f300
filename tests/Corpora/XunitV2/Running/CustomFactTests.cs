using Xunit.Sdk;

namespace Corpus.Running;

/// <summary>Tests whose cases are made by this assembly itself.</summary>
public sealed class CustomFactTests
{
    [Doubled]
    public void Is_discovered_twice() => Assert.True(true);

    [Doubled]
    public void Is_discovered_twice_and_fails() => Assert.Fail("fails twice");
}

[XunitTestCaseDiscoverer("Corpus.Running.DoubledDiscoverer", "Corpus.XunitV2")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class DoubledAttribute : FactAttribute;

public sealed class DoubledDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        [new RoundTestCase(diagnostics, testMethod, 1), new RoundTestCase(diagnostics, testMethod, 2)];
}

public sealed class RoundTestCase : XunitTestCase
{
    private int _round;

    [Obsolete("For the deserializer alone.")]
    public RoundTestCase()
    {
    }

    public RoundTestCase(IMessageSink diagnostics, ITestMethod testMethod, int round)
        : base(diagnostics, TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, testMethod) =>
        BeRound(round);

    public override void Serialize(IXunitSerializationInfo data)
    {
        base.Serialize(data);
        data.AddValue("Round", _round);
    }

    public override void Deserialize(IXunitSerializationInfo data)
    {
        base.Deserialize(data);
        BeRound(data.GetValue<int>("Round"));
    }

    protected override string GetUniqueID() => $"{base.GetUniqueID()}-{_round}";

    private void BeRound(int round)
    {
        _round = round;
        DisplayName = $"{DisplayName} [round {round}]";
    }
}
