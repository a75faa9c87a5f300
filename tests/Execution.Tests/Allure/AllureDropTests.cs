using System.Text.Json.Nodes;
using TestFlock.Contracts;
using TestFlock.Execution.Allure;

namespace TestFlock.Execution.Tests.Allure;

public sealed class AllureDropTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testflock-drop-").FullName;
    private readonly Dictionary<string, string> _environment = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Take_results_that_tell_a_secret_tell_it_masked_and_all_else_as_it_was()
    {
        var drop = Open("""pa"ss wörd""");
        Write("1-result.json", """{"name":"pays","steps":[{"name":"with pa\u0022ss w\u00f6rd"}],"start":7,"muted":false,"link":null}""");
        Write("broken-result.json", """{"name":"pa"ss wörd""");
        Write("2-attachment.txt", "what the test attached");

        var taken = drop.Take(_ => { })!.Items.ToDictionary(i => Path.GetFileName(i.Path), i => File.ReadAllText(i.Path));

        JsonNode.DeepEquals(
            JsonNode.Parse(taken["1-result.json"]),
            JsonNode.Parse("""{"name":"pays","steps":[{"name":"with ***"}],"start":7,"muted":false,"link":null}"""))
            .ShouldBeTrue(taken["1-result.json"]);
        taken["broken-result.json"].ShouldBe("""{"name":"***""");
        taken["2-attachment.txt"].ShouldBe("what the test attached");
    }

    private AllureDrop Open(string secret) => AllureDrop.Open(
        new RunManifest
        {
            Run = new RunId("run-1"),
            Suite = "shop",
            Isolation = Isolation.Warm,
            SettingsXml = "<RunSettings/>",
            WorkingDirectory = "/",
            GathersAllureResults = true,
            Variables = new Dictionary<string, string> { ["SHOP_PASSWORD"] = secret },
            SecretVariables = ["SHOP_PASSWORD"],
        },
        _folder,
        Path.Combine(_folder, "Shop.dll"),
        _environment).ShouldNotBeNull();

    // Where Allure's own adapters are told to leave them.
    private void Write(string name, string text)
    {
        var configuration = JsonNode.Parse(File.ReadAllText(_environment["ALLURE_CONFIG"]))!;
        File.WriteAllText(Path.Combine(configuration["allure"]!["directory"]!.GetValue<string>(), name), text);
    }
}
