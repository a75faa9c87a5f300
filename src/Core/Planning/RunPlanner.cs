using TestFlock.Contracts;

namespace TestFlock.Core.Planning;

/// <summary>Cuts a run into batches. The same request gives the same plan, but for the ids.</summary>
public static class RunPlanner
{
    public static PlannedRun Plan(PlanRequest request)
    {
        var units = new UnitPlanner(request.Unit, request.OpenAssembly, new TraitReader(FlockTraits.NotAvailableYet))
            .Plan(request.Cases);
        return new PlannedRun
        {
            Batches = Order(request, units.Units),
            Errors = units.Errors,
            Notes = units.Notes,
        };
    }

    /// <summary>
    /// Longest first, so that no slot begins with a long one while the others are done; else as discovered.
    /// </summary>
    private static List<Batch> Order(PlanRequest request, IReadOnlyList<PlannedUnit> units)
    {
        var durations = new ExpectedDurations(request.Cases, request.Estimate);
        return
        [
            .. units
                .Select(unit => (Unit: unit, Duration: durations.Of(unit)))
                .OrderByDescending(candidate => candidate.Duration.ForOrder)
                .Select(candidate => CreateBatch(request, candidate.Unit, candidate.Duration.Known)),
        ];
    }

    private static Batch CreateBatch(PlanRequest request, PlannedUnit unit, TimeSpan expected) => new()
    {
        Run = request.Run,
        Id = request.NewBatchId(),
        Requirements = request.Requires.And(unit.Requires).Canonical,
        Units = [CreateUnit(request, unit)],
        ExpectedDuration = expected,
    };

    private static Unit CreateUnit(PlanRequest request, PlannedUnit unit) => new()
    {
        Name = unit.Name,
        Attempts =
        [
            .. unit.Ordinals.Select(ordinal => new RequestedAttempt
            {
                Id = new AttemptId(ordinal, 1),
                Case = request.Cases[ordinal],
            }),
        ],
    };
}
