using System.ComponentModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;

namespace TestFlock.TestAdapter.Frameworks;

[FileExtension(".appx")]
[FileExtension(".dll")]
[FileExtension(".exe")]
[DefaultExecutorUri(VsFramework.NUnitUri)]
[Category("managed")]
internal sealed class VsNUnitDiscoverer() : VsDiscoverer(VsFramework.NUnit);

[ExtensionUri(VsFramework.NUnitUri)]
internal sealed class VsNUnitExecutor() : VsExecutor(VsFramework.NUnit);
