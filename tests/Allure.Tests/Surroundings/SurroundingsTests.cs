using System.Text;
using TestFlock.Allure.Surroundings;

namespace TestFlock.Allure.Tests.Surroundings;

public class SurroundingsTests
{
    /// <summary>The variables that build servers set, and what comes of them.</summary>
    public static TheoryData<string, string, string?, long?, string?> Servers => new()
    {
        {
            "GITHUB_ACTIONS=true;GITHUB_SERVER_URL=https://github.example;GITHUB_REPOSITORY=org/shop;GITHUB_RUN_ID=99;"
                + "GITHUB_RUN_NUMBER=57;GITHUB_WORKFLOW=tests",
            "github", "tests #57", 57, "https://github.example/org/shop/actions/runs/99"
        },
        {
            "GITLAB_CI=true;CI_PROJECT_URL=https://gitlab.example/shop;CI_PIPELINE_IID=5;CI_JOB_NAME=tests;"
                + "CI_JOB_URL=https://gitlab.example/shop/-/jobs/8",
            "gitlab", "tests #5", 5, "https://gitlab.example/shop/-/jobs/8"
        },
        {
            "TF_BUILD=True;SYSTEM_COLLECTIONURI=https://dev.azure.example/org/;SYSTEM_TEAMPROJECT=my shop;BUILD_BUILDID=7;"
                + "BUILD_BUILDNUMBER=20260101.1;BUILD_DEFINITIONNAME=nightly",
            "azure", "nightly #20260101.1", 7, "https://dev.azure.example/org/my%20shop/_build/results?buildId=7"
        },
        {
            "TEAMCITY_VERSION=2026.1;BUILD_NUMBER=1.4.2;TEAMCITY_BUILDCONF_NAME=tests;BUILD_URL=https://tc.example/build/3",
            "teamcity", "tests #1.4.2", null, "https://tc.example/build/3"
        },
        {
            "JENKINS_URL=https://ci.example/;BUILD_NUMBER=12;JOB_NAME=shop/main;BUILD_URL=https://ci.example/job/shop/12/",
            "jenkins", "shop/main #12", 12, "https://ci.example/job/shop/12/"
        },
    };

    [Theory]
    [MemberData(nameof(Servers))]
    public void Find_knows_the_build_of_each_server(
        string variables, string type, string? build, long? order, string? address)
    {
        var environment = variables.Split(';').Select(v => v.Split('=', 2)).ToDictionary(v => v[0], v => v[1]);

        var executor = new BuildServer(environment.GetValueOrDefault).Find().ShouldNotBeNull();

        (executor.Type, executor.BuildName, executor.BuildOrder, executor.BuildUrl)
            .ShouldBe((type, build, order, address));
    }

    [Fact]
    public void Find_outside_of_a_build_finds_nothing()
    {
        new BuildServer(_ => null).Find().ShouldBeNull();
    }

    [Fact]
    public void Write_escapes_what_means_something_in_properties()
    {
        var text = Encoding.UTF8.GetString(EnvironmentProperties.Write(
            [("Base URL", "https://shop:1"), ("Größe", "a=b\n#c\\"), ("Nothing", null)]));

        text.ShouldBe("Base\\ URL=https\\://shop\\:1\nGröße=a\\=b\\n\\#c\\\\\n");
    }
}
