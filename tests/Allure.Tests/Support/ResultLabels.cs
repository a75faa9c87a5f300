using System.Text.Json.Nodes;

namespace TestFlock.Allure.Tests.Support;

internal static class ResultLabels
{
    /// <summary>The value of the result's first label of this name; null when it has none.</summary>
    public static string? LabelOf(this JsonObject result, string name) => (string?)result["labels"]!.AsArray()
        .FirstOrDefault(label => (string?)label!["name"] == name)?["value"];
}
