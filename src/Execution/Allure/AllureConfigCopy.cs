using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TestFlock.Execution.Allure;

/// <summary>The user's configuration of Allure with another folder for the results.</summary>
internal static class AllureConfigCopy
{
    private static readonly JsonDocumentOptions Lenient =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="file">The user's; need not exist.</param>
    /// <param name="results">Full path.</param>
    /// <returns>Null for a file that is no configuration: what it says of it is Allure's business.</returns>
    public static byte[]? TryMake(string file, string results)
    {
        try
        {
            var root = File.Exists(file)
                ? JsonNode.Parse(File.ReadAllBytes(file), documentOptions: Lenient) as JsonObject
                : new JsonObject { ["allure"] = new JsonObject() };
            if (root is null)
                return null;

            // The older generation has all of it in one object, the newer may have it at the root, by another name.
            if (root["allure"] is JsonObject allure)
            {
                allure["directory"] = results;
                if (allure.ContainsKey("resultsDirectory"))
                    allure["resultsDirectory"] = results;
            }
            else
            {
                root["directory"] = results;
                root["resultsDirectory"] = results;
            }

            return Encoding.UTF8.GetBytes(root.ToJsonString());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
