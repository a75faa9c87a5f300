using System.ComponentModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;

namespace TestFlock.TestAdapter.Frameworks;

[FileExtension(".dll")]
[FileExtension(".exe")]
[DefaultExecutorUri(VsFramework.Xunit3Uri)]
[Category("managed")]
internal sealed class VsXunit3Discoverer() : VsDiscoverer(VsFramework.Xunit3);

[ExtensionUri(VsFramework.Xunit3Uri)]
internal sealed class VsXunit3Executor() : VsExecutor(VsFramework.Xunit3);
