using System.Diagnostics;
using NUnit.Framework;

namespace Fleet.Surroundings;

/// <summary>Tests that tell what they find around them, and leave files.</summary>
public class SurroundingsTests
{
    private static readonly string Output = Path.GetDirectoryName(typeof(SurroundingsTests).Assembly.Location)!;

    [Test]
    public void Tells_its_variables()
    {
        foreach (System.Collections.DictionaryEntry variable in Environment.GetEnvironmentVariables())
            TestContext.Out.WriteLine($"[{variable.Key}={variable.Value}]");
    }

    [Test]
    public void Begins_a_span_of_its_own()
    {
        using var span = new Activity("checkout");
        span.SetParentId(Environment.GetEnvironmentVariable("TRACEPARENT") ?? "").Start();
        TestContext.Out.WriteLine($"[trace {span.TraceId}]");
    }

    [Test]
    public void Fails_with_its_secret() =>
        Assert.Fail($"The password is {Environment.GetEnvironmentVariable("SHOP_PASSWORD")}.");

    [Test]
    public void Tells_its_version()
    {
        TestContext.Out.WriteLine($"version {File.ReadAllText(Path.Combine(Output, "version.txt"))}");
        File.WriteAllText(Path.Combine(Output, "version.txt"), "spoilt by a test");
    }

    [Test]
    public void Attaches_files()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        TestContext.AddTestAttachment(Write("screen shot ä.txt", "what the test saw"));
        TestContext.AddTestAttachment(Write("film.bin", new string('x', 1_500_000)));

        string Write(string name, string content)
        {
            var file = Path.Combine(folder, name);
            File.WriteAllText(file, content);
            return file;
        }
    }
}
