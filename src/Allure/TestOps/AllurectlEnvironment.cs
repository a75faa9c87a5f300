using System.Globalization;

namespace TestFlock.Allure.TestOps;

/// <summary>
/// The variables that the upload program gets: it sends what it finds to the server. So it finds what a program needs,
/// what it is told by Allure's own variables, and what says which build this is; nothing else of the caller's.
/// </summary>
internal static class AllurectlEnvironment
{
    private static readonly string[] OfTheMachine =
    [
        "PATH", "HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP", "LANG", "SYSTEMROOT", "WINDIR", "SSL_CERT_FILE",
        "SSL_CERT_DIR", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy", "DOTNET_ROOT",
    ];

    private static readonly string[] OfTheBuild =
    [
        "CI", "GITHUB_ACTIONS", "GITHUB_SERVER_URL", "GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_RUN_ID",
        "GITHUB_RUN_NUMBER", "GITHUB_RUN_ATTEMPT", "GITHUB_WORKFLOW", "GITHUB_JOB", "GITHUB_REF", "GITHUB_REF_NAME",
        "GITHUB_HEAD_REF", "GITHUB_BASE_REF", "GITHUB_SHA", "GITHUB_EVENT_NAME", "GITHUB_ACTOR",
        "GITLAB_CI", "CI_SERVER_URL", "CI_PROJECT_ID", "CI_PROJECT_NAME", "CI_PROJECT_PATH", "CI_PROJECT_URL",
        "CI_PIPELINE_ID", "CI_PIPELINE_IID", "CI_PIPELINE_URL", "CI_PIPELINE_SOURCE", "CI_JOB_ID", "CI_JOB_NAME",
        "CI_JOB_URL", "CI_COMMIT_SHA", "CI_COMMIT_REF_NAME", "CI_COMMIT_BRANCH", "CI_MERGE_REQUEST_IID",
        "TF_BUILD", "SYSTEM_COLLECTIONURI", "SYSTEM_TEAMFOUNDATIONCOLLECTIONURI", "SYSTEM_TEAMPROJECT",
        "SYSTEM_TEAMPROJECTID", "SYSTEM_DEFINITIONID", "SYSTEM_JOBID", "BUILD_BUILDID", "BUILD_BUILDNUMBER",
        "BUILD_DEFINITIONNAME", "BUILD_SOURCEBRANCH", "BUILD_SOURCEBRANCHNAME", "BUILD_SOURCEVERSION",
        "TEAMCITY_VERSION", "TEAMCITY_PROJECT_NAME", "TEAMCITY_BUILDCONF_NAME", "TEAMCITY_BUILD_PROPERTIES_FILE",
        "BUILD_NUMBER", "BUILD_VCS_NUMBER", "BUILD_URL", "BUILD_ID", "BUILD_TAG",
        "JENKINS_URL", "JOB_NAME", "JOB_BASE_NAME", "JOB_URL", "GIT_BRANCH", "GIT_COMMIT", "BRANCH_NAME", "CHANGE_ID",
    ];

    public static IReadOnlyDictionary<string, string> Of(TestOpsRun run, string folder, string launchName)
    {
        var variables = run.Environment.Where(v => IsHandedOn(v.Key)).ToDictionary(v => v.Key, v => v.Value);
        variables["ALLURE_ENDPOINT"] = run.Options.Endpoint.ToString().TrimEnd('/');
        variables["ALLURE_TOKEN"] = run.Options.Token;
        variables["ALLURE_PROJECT_ID"] = run.Options.Project.ToString(CultureInfo.InvariantCulture);
        variables["ALLURE_LAUNCH_NAME"] = launchName;
        variables["ALLURE_RESULTS"] = folder;
        return variables;
    }

    private static bool IsHandedOn(string name) =>
        OfTheMachine.Contains(name) || OfTheBuild.Contains(name)
        || name.StartsWith("ALLURE_", StringComparison.Ordinal);
}
