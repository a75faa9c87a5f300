using System.Runtime.Versioning;

// Each test has servers and processes of its own; more than two at once only wait for each other.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

// The servers' scripts, signals and users are Linux's.
[assembly: SupportedOSPlatform("linux")]
