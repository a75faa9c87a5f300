using Microsoft.Extensions.Logging;
using TestFlock.Core.Reporting;
using TestFlock.Core.Runs;

namespace TestFlock.Agent.Run;

/// <summary>What every way to run a run is made of.</summary>
/// <param name="Plan">What to run.</param>
/// <param name="Reports">Who is told.</param>
/// <param name="Time">The clock.</param>
/// <param name="Loggers">The run's log.</param>
internal sealed record RunParts(RunPlan Plan, ReportFan Reports, TimeProvider Time, ILoggerFactory Loggers);
