using NUnit.Framework;

namespace Reported.Shop;

/// <summary>One test for each thing that a report tells.</summary>
[Category("cart")]
[Property("Owner", "alice")]
[Property("Feature", "Cart")]
public class CartTests
{
    [Test, Category("smoke"), Property("Severity", "critical")]
    public void Passes_with_output_and_a_file()
    {
        TestContext.Out.WriteLine("said by the test");
        Attach("invoice.txt", "Total 19.80 EUR");
    }

    [Test]
    public void Fails() => Assert.That(9.99m, Is.EqualTo(10.0m));

    [Test]
    public void Breaks() => throw new InvalidOperationException("no shop");

    [Test, Ignore("later")]
    public void Is_ignored()
    {
    }

    [TestCase(1, "a")]
    [TestCase(2, "b")]
    public void Adds(int count, string item) => Assert.That(count, Is.GreaterThan(0), item);

    [Test]
    public void Fails_at_first()
    {
        var marker = Environment.GetEnvironmentVariable("FLEET_JOURNAL") + ".failed";
        var attempts = File.Exists(marker) ? File.ReadAllLines(marker).Length : 0;
        File.AppendAllText(marker, "once more\n");
        Attach("attempt.txt", $"attempt {attempts + 1}");
        Assert.That(attempts, Is.EqualTo(2));
    }

    private static void Attach(string name, string content)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("reported-").FullName, name);
        File.WriteAllText(path, content);
        TestContext.AddTestAttachment(path);
    }
}

public class GateTests
{
    /// <summary>Goes on when somebody opens the gate, who may look at the run meanwhile; without a gate, at once.</summary>
    [Test, CancelAfter(120_000)]
    public async Task Waits_at_the_gate(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("REPORTED_GATE") is not { Length: > 0 } gate)
            return;
        while (!File.Exists(gate))
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
    }
}

/// <summary>Long enough that every slot gets some of them.</summary>
public class WaitingTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    [TestCase(6)]
    [TestCase(7)]
    [TestCase(8)]
    public Task Waits(int number) => Task.Delay(TimeSpan.FromMilliseconds(300 + number));
}
