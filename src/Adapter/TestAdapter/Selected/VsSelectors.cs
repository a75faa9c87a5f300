namespace TestFlock.TestAdapter.Selected;

internal static class VsSelectors
{
    public static IVsSelector For(VsFramework framework) => framework.ExecutorUri switch
    {
        VsFramework.NUnitUri => new VsNUnitSelector(),
        VsFramework.Xunit2Uri or VsFramework.Xunit3Uri => new VsXunitSelector(),
        _ => new VsCaseSelector(),
    };
}
