using Microsoft.VisualStudio.TestPlatform.ObjectModel;

namespace TestFlock.TestAdapter.Frameworks;

[FileExtension(".xap")]
[FileExtension(".appx")]
[FileExtension(".dll")]
[FileExtension(".exe")]
[DefaultExecutorUri(VsFramework.MSTest2Uri)]
internal sealed class VsMSTest2Discoverer() : VsDiscoverer(VsFramework.MSTest2);

[ExtensionUri(VsFramework.MSTest2Uri)]
internal sealed class VsMSTest2Executor() : VsExecutor(VsFramework.MSTest2);
