using Microsoft.VisualStudio.TestPlatform;
using TestFlock.TestAdapter.Frameworks;

[assembly: TestExtensionTypes(
    typeof(VsNUnitDiscoverer),
    typeof(VsNUnitExecutor),
    typeof(VsXunit2Discoverer),
    typeof(VsXunit2Executor),
    typeof(VsXunit3Discoverer),
    typeof(VsXunit3Executor),
    typeof(VsMSTest2Discoverer),
    typeof(VsMSTest2Executor),
    typeof(VsMSTest4Discoverer),
    typeof(VsMSTest4Executor))]
