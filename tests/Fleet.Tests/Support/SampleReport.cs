using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>
/// A report of a sample on a bad day, when one test passes on its third attempt and two fail on all three.
/// </summary>
/// <param name="report">By one of the tools.</param>
/// <param name="run">That it is of.</param>
internal sealed partial class SampleReport(AllureTool report, FleetRun run)
{
    private const string Flaky = "The_invoice_lists_what_was_bought";

    // What the test platform writes down without the test having left a file.
    private static readonly string[] Output = ["Console Output", "Console Error", "Debug Trace", "Additional Information"];

    private IReadOnlyList<JsonNode> Failed { get; } =
        [.. report.Tests.Where(test => (string)test["status"]! is "failed" or "broken")];

    public void CheckAttempts()
    {
        report.Counts.ShouldBe(run.Counts);
        report.All.Count.ShouldBe(report.Tests.Count + 3 * 2, "three tests were tried again twice");

        var flaky = report.TestsOf(Flaky).ShouldHaveSingleItem();
        report.Tests.Where(test => (bool)test["flaky"]!).ShouldBe([flaky]);
        ((string)flaky["status"]!).ShouldBe("passed");
        Failed.ShouldAllBe(test => (string)test["status"]! == "failed");
        Failed.ShouldAllBe(test => ((string)test["fullName"]!).Contains(".VoucherTests."));
        Failed.Append(flaky).ShouldAllBe(test => (int)test["retriesCount"]! == 2);
        report.Tests.Sum(test => (int)test["retriesCount"]!).ShouldBe(3 * 2);
        report.All.Where(attempt => (string)attempt["fullName"]! == (string)flaky["fullName"]!)
            .Select(attempt => (string)attempt["status"]!).Order(StringComparer.Ordinal)
            .ShouldBe(["broken", "broken", "passed"]);
    }

    public void CheckMetadata(string assembly)
    {
        var paid = report.TestsOf("A_good_card_pays_for_the_cart").ShouldHaveSingleItem();
        AllureTool.Labels(paid, "tag").ShouldBe(["Checkout", "Smoke"]);
        AllureTool.Labels(paid, "owner").ShouldBe(["checkout-team"]);
        AllureTool.Labels(paid, "parentSuite").ShouldBe([assembly]);
        AllureTool.Labels(paid, "suite").ShouldBe(["Shop.Tests"]);
        AllureTool.Labels(paid, "subSuite").ShouldBe(["CheckoutTests"]);
        report.Tests.ShouldAllBe(test => AllureTool.Labels(test, "tag").Count > 0);
        foreach (var group in (string[])
            [assembly, "CartTests", "CatalogueTests", "CheckoutTests", "OrderJourneyTests", "ShippingTests", "VoucherTests"])
            report.Groups.Count(name => name == group).ShouldBe(1, group);
    }

    public void CheckFiles()
    {
        var paid = report.TestsOf("A_good_card_pays_for_the_cart").Single();
        report.AttachmentsOf(paid).ShouldContain(
            file => Output.Contains(file.Name) && file.Content.Contains("Paid 19.80 EUR."));
        report.AttachmentsOf(report.TestsOf(Flaky).Single()).ShouldContain(
            file => file.Content.Contains("Total 19.80 EUR"));
        Files.ShouldBe(run.Attachments.Count);
    }

    /// <param name="hosts">Null for this machine alone.</param>
    public void CheckPlaces(string[]? hosts)
    {
        report.TimeLine.ShouldBe(report.Places);
        var names = report.TimeLine.Select(place => place.Host).Distinct().ToList();
        if (hosts is null)
            names.Count.ShouldBe(1);
        else
            names.ShouldBe(hosts);
        report.TimeLine.ShouldAllBe(place => place.Thread == "slot-1" || place.Thread == "slot-2");
        report.Environment.ShouldContain(string.Join(", ", names));
        PlacesOfTests.ShouldBe(PlacesInTrx);
    }

    /// <param name="isolation">Of the run.</param>
    /// <param name="isOld">Whether the tool is of the time before reports showed what is of the run itself.</param>
    public void CheckSurroundings(string isolation, bool isOld)
    {
        if (!isOld)
            report.Globals.ShouldContain("coordinator.log");
        report.Environment.ShouldContain($"\"{isolation}\"");
        report.Environment.ShouldContain("autumn");
        report.Executor.ShouldContain("GitHub Actions");
    }

    public override string ToString() =>
        $"{report.Counts}, {report.All.Count} attempts, {report.Tests.Count(test => (bool)test["flaky"]!)} flaky, "
        + $"{Files} files, {report.TimeLine.Count} on the time line at "
        + string.Join(' ', report.TimeLine.CountBy(place => place).Select(at => $"{at.Key.Host}/{at.Key.Thread}: {at.Value}"));

    private int Files => report.Tests.SelectMany(report.AttachmentsOf).Count(file => !Output.Contains(file.Name));

    private IEnumerable<string> PlacesOfTests => report.Tests
        .Select(test => $"{AllureTool.Labels(test, "host").Single()} {AllureTool.Labels(test, "thread").Single()}")
        .Order(StringComparer.Ordinal);

    private IEnumerable<string> PlacesInTrx => run.Results
        .Select(result => PlacePattern().Match(result.Where))
        .Select(place => $"{place.Groups["agent"]} slot-{place.Groups["slot"]}").Order(StringComparer.Ordinal);

    [GeneratedRegex(@"agent (?<agent>.+), slot (?<slot>\d+)")]
    private static partial Regex PlacePattern();
}
