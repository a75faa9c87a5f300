using TestFlock.Allure.Configuration;
using TestFlock.Allure.Format;
using TestFlock.Allure.Results;
using TestFlock.Allure.Tests.Support;

namespace TestFlock.Allure.Tests.Results;

public class MetadataTests
{
    private static readonly LinkTemplates Templates = new(["https://jira.example/browse/{issue}", "https://tms/{TMS}"]);

    [Fact]
    public void Of_every_framework_has_its_categories_as_tags_once()
    {
        var nunit = Cases.Of("S.T.M").WithProperty("NUnit.TestCategory", new[] { "cls", "smoke" });
        var mstest = Cases.Of("S.T.M").WithProperty("MSTestDiscoverer.TestCategory", new[] { "smoke" })
            .WithTrait("TestCategory", "x");
        var xunit = Cases.Of("S.T.M").WithTrait("Category", "smoke").WithTrait("Category", "smoke");

        TagsOf(nunit).ShouldBe(["cls", "smoke"]);
        TagsOf(mstest).ShouldBe(["smoke"]);
        TagsOf(xunit).ShouldBe(["smoke"]);
    }

    [Fact]
    public void Of_traits_are_the_labels_that_reports_know_or_labels_of_the_users_own()
    {
        var test = Cases.Of("S.T.M").WithTrait("Author", "bob").WithTrait("Priority", "Critical")
            .WithTrait("Feature", "Cart").WithTrait("AllureId", "7").WithTrait("Priority", "1")
            .WithTrait("Browser", "chrome").WithTrait("TestFlock.Group", "a");

        Metadata.Of(test, Templates).Labels.ShouldBe(
        [
            new AllureLabel("owner", "bob"),
            new AllureLabel("severity", "critical"),
            new AllureLabel("feature", "Cart"),
            new AllureLabel("ALLURE_ID", "7"),
            new AllureLabel("Priority", "1"),
            new AllureLabel("Browser", "chrome"),
        ]);
    }

    [Fact]
    public void Of_traits_with_a_template_or_an_address_are_links()
    {
        var test = Cases.Of("S.T.M").WithTrait("Jira", "SHOP 1").WithTrait("Tms", "T-7")
            .WithTrait("Link", "https://example.test/docs").WithTrait("Link", "no address");

        var metadata = Metadata.Of(test, Templates);

        metadata.Links.ShouldBe(
        [
            new AllureLink("SHOP 1", "https://jira.example/browse/SHOP%201", "issue"),
            new AllureLink("T-7", "https://tms/T-7", "tms"),
            new AllureLink("https://example.test/docs", "https://example.test/docs", "link"),
        ]);
        metadata.Labels.ShouldBe([new AllureLabel("Link", "no address")]);
    }

    private static IEnumerable<string> TagsOf(Contracts.TestCase test) =>
        Metadata.Of(test, Templates).Labels.Where(label => label.Name == "tag").Select(label => label.Value);
}
