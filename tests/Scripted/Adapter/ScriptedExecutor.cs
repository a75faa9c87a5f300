using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace Scripted.Adapter;

[ExtensionUri(Uri)]
public sealed class ScriptedExecutor : ITestExecutor
{
    public const string Uri = "executor://MSTestAdapter/v4";

    public void RunTests(IEnumerable<TestCase>? tests, IRunContext? runContext, IFrameworkHandle? frameworkHandle)
    {
        var aside = new List<Thread>();
        foreach (var test in tests!)
        {
            var script = new Script(test, frameworkHandle!);
            if (!script.IsAside)
            {
                script.Run();
                continue;
            }

            var thread = new Thread(script.Run);
            thread.Start();
            aside.Add(thread);
        }

        aside.ForEach(t => t.Join());
    }

    public void RunTests(IEnumerable<string>? sources, IRunContext? runContext, IFrameworkHandle? frameworkHandle) =>
        throw new NotSupportedException("The scripts are in the test cases, so it takes test cases to run.");

    public void Cancel()
    {
    }
}
