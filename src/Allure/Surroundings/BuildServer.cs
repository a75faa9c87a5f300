using System.Globalization;
using TestFlock.Allure.Format;

namespace TestFlock.Allure.Surroundings;

/// <summary>Finds the build that the run belongs to, in the variables that build servers set.</summary>
/// <param name="environment">The caller's variables by name; null for what is not set.</param>
internal sealed class BuildServer(Func<string, string?> environment)
{
    /// <returns>Null outside of a build, and in one of a server that is not known.</returns>
    public AllureExecutor? Find() =>
        Has("GITHUB_ACTIONS") ? GitHub()
        : Has("GITLAB_CI") ? GitLab()
        : Has("TF_BUILD") ? Azure()
        : Has("TEAMCITY_VERSION") ? TeamCity()
        : Has("JENKINS_URL") ? Jenkins()
        : null;

    /// <summary>What was built; null when no server says so.</summary>
    public string? Commit =>
        First("GITHUB_SHA", "CI_COMMIT_SHA", "BUILD_SOURCEVERSION", "BUILD_VCS_NUMBER", "GIT_COMMIT");

    /// <inheritdoc cref="Commit"/>
    public string? Branch => First(
        "GITHUB_HEAD_REF", "GITHUB_REF_NAME", "CI_COMMIT_REF_NAME", "BUILD_SOURCEBRANCHNAME", "TEAMCITY_BUILD_BRANCH",
        "GIT_BRANCH", "BRANCH_NAME");

    private AllureExecutor GitHub()
    {
        var repository = $"{Get("GITHUB_SERVER_URL")}/{Get("GITHUB_REPOSITORY")}";
        return new AllureExecutor
        {
            Name = "GitHub Actions",
            Type = "github",
            Url = repository,
            BuildOrder = Number(Get("GITHUB_RUN_NUMBER")),
            BuildName = $"{Get("GITHUB_WORKFLOW")} #{Get("GITHUB_RUN_NUMBER")}",
            BuildUrl = $"{repository}/actions/runs/{Get("GITHUB_RUN_ID")}",
        };
    }

    private AllureExecutor GitLab() => new()
    {
        Name = "GitLab CI",
        Type = "gitlab",
        Url = Get("CI_PROJECT_URL") ?? Get("CI_SERVER_URL"),
        BuildOrder = Number(Get("CI_PIPELINE_IID")),
        BuildName = $"{Get("CI_JOB_NAME")} #{Get("CI_PIPELINE_IID")}",
        BuildUrl = First("CI_JOB_URL", "CI_PIPELINE_URL"),
    };

    private AllureExecutor Azure()
    {
        var project = $"{Get("SYSTEM_COLLECTIONURI")?.TrimEnd('/')}/"
            + Uri.EscapeDataString(Get("SYSTEM_TEAMPROJECT") ?? "");
        return new AllureExecutor
        {
            Name = "Azure Pipelines",
            Type = "azure",
            Url = project,
            BuildOrder = Number(Get("BUILD_BUILDID")),
            BuildName = $"{Get("BUILD_DEFINITIONNAME")} #{Get("BUILD_BUILDNUMBER")}",
            BuildUrl = $"{project}/_build/results?buildId={Get("BUILD_BUILDID")}",
        };
    }

    private AllureExecutor TeamCity() => new()
    {
        Name = "TeamCity",
        Type = "teamcity",
        Url = Get("TEAMCITY_SERVER_URL"),
        BuildOrder = Number(Get("BUILD_NUMBER")),
        BuildName = $"{First("TEAMCITY_BUILDCONF_NAME", "TEAMCITY_PROJECT_NAME")} #{Get("BUILD_NUMBER")}",
        BuildUrl = Get("BUILD_URL"),
    };

    private AllureExecutor Jenkins() => new()
    {
        Name = "Jenkins",
        Type = "jenkins",
        Url = Get("JENKINS_URL"),
        BuildOrder = Number(Get("BUILD_NUMBER")),
        BuildName = $"{Get("JOB_NAME")} #{Get("BUILD_NUMBER")}",
        BuildUrl = Get("BUILD_URL"),
    };

    private bool Has(string name) => Get(name) is not null;

    private string? Get(string name) => environment(name) is { Length: > 0 } value ? value : null;

    private string? First(params string[] names) => names.Select(Get).FirstOrDefault(value => value is not null);

    // A report orders builds by it; a number such as 1.4.2 is only a name.
    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
