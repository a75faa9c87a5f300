using System.Text.Json;
using System.Text.Json.Nodes;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Reported.Shop;

/// <summary>
/// Plays Allure.NUnit, which cannot be had everywhere: writes the documented format, into the folder that the
/// configuration names which <c>ALLURE_CONFIG</c> names.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OwnAllureAttribute : Attribute, ITestAction
{
    private long _start;

    public ActionTargets Targets => ActionTargets.Test;

    public void BeforeTest(ITest test) => _start = Now();

    public void AfterTest(ITest test)
    {
        var folder = Folder();
        Directory.CreateDirectory(folder);
        var attachment = $"{Guid.NewGuid()}-attachment.txt";
        File.WriteAllText(Path.Combine(folder, attachment), "seen by the step");
        var passed = TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Passed;
        var id = Guid.NewGuid().ToString();
        File.WriteAllText(Path.Combine(folder, $"{id}-result.json"), new JsonObject
        {
            ["uuid"] = id,
            ["historyId"] = $"theirs-{test.MethodName}",
            ["fullName"] = $"Allure.Suite:{test.ClassName}.{test.MethodName}()",
            ["name"] = $"{test.MethodName} in their words",
            ["status"] = passed ? "passed" : "failed",
            ["stage"] = "finished",
            ["start"] = _start,
            ["stop"] = Now(),
            ["links"] = null,
            ["labels"] = new JsonArray(Label("host", Environment.MachineName), Label("thread", "7"), Label("layer", "e2e"),
                Label("package", test.ClassName!), Label("testMethod", test.MethodName!)),
            ["steps"] = new JsonArray(new JsonObject
            {
                ["name"] = "When the customer pays",
                ["status"] = "passed",
                ["stage"] = "finished",
                ["start"] = _start,
                ["stop"] = Now(),
                ["attachments"] = new JsonArray(new JsonObject
                {
                    ["name"] = "receipt", ["source"] = attachment, ["type"] = "text/plain",
                }),
            }),
        }.ToJsonString());
    }

    private static string Folder()
    {
        var file = Environment.GetEnvironmentVariable("ALLURE_CONFIG");
        return file is null
            ? "allure-results"
            : JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("allure").GetProperty("directory").GetString()!;
    }

    private static JsonObject Label(string name, string value) => new() { ["name"] = name, ["value"] = value };

    private static long Now() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
}

/// <summary>Tests whose own Allure tells more of them than the test platform.</summary>
[OwnAllure, Category("pay")]
public class PaymentTests
{
    [Test]
    public void Tells_its_steps()
    {
    }

    [Test]
    public void Dies_at_first()
    {
        var marker = Environment.GetEnvironmentVariable("FLEET_JOURNAL") + ".died";
        if (File.Exists(marker))
            return;
        File.WriteAllText(marker, "");
        Environment.FailFast("the first attempt ends here");
    }
}
