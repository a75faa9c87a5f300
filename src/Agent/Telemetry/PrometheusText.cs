using System.Globalization;
using System.Text;
using TestFlock.Core.Overview;
using TestFlock.Core.Scaling;

namespace TestFlock.Agent.Telemetry;

/// <summary>Prometheus's text format, version 0.0.4.</summary>
internal sealed class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new();
    private string _family = "";

    public override string ToString() => _text.ToString();

    /// <summary>What this process measured.</summary>
    public PrometheusText Add(IEnumerable<MetricSeries> all)
    {
        foreach (var series in all)
        {
            var instrument = series.Instrument;
            var name = instrument.Name.Replace('.', '_')
                + (instrument.Unit == "s" ? "_seconds" : series.IsLevel ? "" : "_total");
            var labels = series.Tags.Select(tag => (tag.Key, tag.Value?.ToString() ?? "")).ToArray();
            Begin(
                name, series.IsHistogram ? "histogram" : series.IsLevel ? "gauge" : "counter", instrument.Description);
            if (series.IsHistogram)
                AddHistogram(name, labels, series);
            else
                Line(name, labels, series.Sum);
        }

        return this;
    }

    /// <summary>What the whole flock is like; every agent tells the same.</summary>
    public PrometheusText Add(FlockOverview overview)
    {
        Gauge("testflock_flock_agents", "Agents that live.", overview.Agents.Count);
        Gauge(
            "testflock_flock_agents_draining",
            "Agents that take nothing new.",
            overview.Agents.Count(a => a.IsDraining));
        Gauge("testflock_flock_slots", "Slots of agents that live.", overview.Agents.Sum(a => a.Description.Slots));
        Gauge("testflock_flock_slots_busy", "Slots that have work.", overview.Work.Count);
        Gauge("testflock_flock_runs", "Runs that go on.", overview.Runs.Count);
        Gauge(
            "testflock_flock_slots_wanted",
            "Slots that runs could use now.",
            FlockDemand.Of(overview).Sum(wanted => wanted.Slots));
        foreach (var run in overview.Runs)
            Gauge("testflock_flock_run_batches_waiting", "Batches in queues.", run.Waiting.Values.Sum(), LabelsOf(run));
        foreach (var run in overview.Runs.Where(r => r.OpenFor is not null))
        {
            Gauge(
                "testflock_flock_run_age_seconds",
                "How long it is open.",
                run.OpenFor!.Value.TotalSeconds,
                LabelsOf(run));
        }

        foreach (var run in overview.Runs.Where(r => r.Progress?.WaitsFor is not null))
            Gauge(
                "testflock_flock_run_waits",
                "1 while a run waits, by what for.",
                1,
                [.. LabelsOf(run), ("kind", run.Progress!.WaitsFor!.Kind.ToString())]);
        foreach (var bound in overview.Environments.Where(e => e.Capacity is not null))
            Gauge(
                "testflock_flock_environment_capacity",
                "What an environment bears.",
                bound.Capacity!.Value,
                ("environment", bound.Name));
        foreach (var environment in overview.Environments)
            Gauge(
                "testflock_flock_environment_held",
                "What of it is held.",
                environment.Held,
                ("environment", environment.Name));
        return this;
    }

    private static (string, string)[] LabelsOf(RunState run) => [("run", run.Id.Value), ("suite", run.Suite ?? "")];

    private void AddHistogram(string name, (string, string)[] labels, MetricSeries series)
    {
        foreach (var (bound, count) in MetricSeries.Bounds.Append(double.PositiveInfinity).Zip(series.CountsUpTo()))
        {
            var shown = double.IsInfinity(bound) ? "+Inf" : bound.ToString(CultureInfo.InvariantCulture);
            Line($"{name}_bucket", [.. labels, ("le", shown)], count);
        }

        Line($"{name}_sum", labels, series.Sum);
        Line($"{name}_count", labels, series.Count);
    }

    private void Gauge(string name, string meaning, double value, params (string, string)[] labels)
    {
        Begin(name, "gauge", meaning);
        Line(name, labels, value);
    }

    // All lines of a family stand together, under one head.
    private void Begin(string name, string kind, string? meaning)
    {
        if (_family == name)
            return;
        _family = name;
        _text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {meaning}\n# TYPE {name} {kind}\n");
    }

    private void Line(string name, IReadOnlyCollection<(string Name, string Value)> labels, double value)
    {
        _text.Append(name);
        if (labels.Count > 0)
            _text.Append('{').AppendJoin(',', labels.Select(l => $"{l.Name.Replace('.', '_')}=\"{Escape(l.Value)}\""))
                .Append('}');
        _text.Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Escape(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
