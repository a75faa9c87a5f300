using Microsoft.VisualStudio.TestPlatform.ObjectModel;

namespace TestFlock.TestAdapter.Frameworks;

[FileExtension(".xap")]
[FileExtension(".appx")]
[FileExtension(".dll")]
[FileExtension(".exe")]
[DefaultExecutorUri(VsFramework.MSTest4Uri)]
internal sealed class VsMSTest4Discoverer() : VsDiscoverer(VsFramework.MSTest4);

[ExtensionUri(VsFramework.MSTest4Uri)]
internal sealed class VsMSTest4Executor() : VsExecutor(VsFramework.MSTest4);
