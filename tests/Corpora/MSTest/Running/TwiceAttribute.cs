using System.Runtime.CompilerServices;

namespace Corpus.Running;

/// <summary>Gives two results for one test.</summary>
#if MSTEST3
public sealed class TwiceAttribute : TestMethodAttribute
{
    public override TestResult[] Execute(ITestMethod testMethod) =>
        [.. base.Execute(testMethod), .. base.Execute(testMethod)];
}
#else
public sealed class TwiceAttribute(
    [CallerFilePath] string callerFilePath = "", [CallerLineNumber] int callerLineNumber = -1)
    : TestMethodAttribute(callerFilePath, callerLineNumber)
{
    public override async Task<TestResult[]> ExecuteAsync(ITestMethod testMethod) =>
        [.. await base.ExecuteAsync(testMethod), .. await base.ExecuteAsync(testMethod)];
}
#endif
