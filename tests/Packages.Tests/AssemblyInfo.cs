using System.Runtime.Versioning;

// Links, modes of files and the servers' scripts are Linux's.
[assembly: SupportedOSPlatform("linux")]
