using System.ComponentModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;

namespace TestFlock.TestAdapter.Frameworks;

[FileExtension(".dll")]
[FileExtension(".exe")]
[DefaultExecutorUri(VsFramework.Xunit2Uri)]
[Category("managed")]
internal sealed class VsXunit2Discoverer() : VsDiscoverer(VsFramework.Xunit2);

[ExtensionUri(VsFramework.Xunit2Uri)]
internal sealed class VsXunit2Executor() : VsExecutor(VsFramework.Xunit2);
