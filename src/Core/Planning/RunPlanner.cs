using TestFlock.Contracts;

namespace TestFlock.Core.Planning;

/// <summary>Cuts a run into batches. The same request gives the same plan, but for the ids.</summary>
public static class RunPlanner
{
    public static PlannedRun Plan(PlanRequest request)
    {
        var units = new UnitPlanner(
            request.Unit, request.WholeClasses, request.OpenAssembly, new TraitReader(FlockTraits.NotAvailableYet))
            .Plan(request.Cases);
        return new PlannedRun
        {
            Batches = Order(request, units),
            Retries = units.Traits.Index().Where(of => of.Item.Retry is not null).ToDictionary(
                of => of.Index, of => of.Item.Retry!),
            Errors = units.Errors,
            Notes = units.Notes,
        };
    }

    /// <summary>
    /// Longest first, so that no slot begins with a long one while the others are done; else as discovered.
    /// </summary>
    private static List<Batch> Order(PlanRequest request, UnitPlan plan)
    {
        var durations = new ExpectedDurations(request.Cases, request.Estimate);
        return
        [
            .. Form(request, plan.Units, durations)
                .OrderByDescending(batch => Sum(batch, durations.Of))
                .Select(batch => CreateBatch(request, batch, plan.Traits, durations)),
        ];
    }

    private static IEnumerable<IReadOnlyList<PlannedUnit>> Form(
        PlanRequest request, IReadOnlyList<PlannedUnit> units, ExpectedDurations durations)
    {
        if (request.BatchSizes == BatchSizes.OneUnit)
            return units.Select(unit => (IReadOnlyList<PlannedUnit>)[unit]);

        // A call is for one assembly, and an agent for one set of requirements.
        var former = new BatchFormer(request.BatchSizes, durations.IsAnyKnown);
        return units
            .GroupBy(unit => (request.Cases[unit.Ordinals[0]].Source, request.Requires.And(unit.Requires).Canonical))
            .SelectMany(together => former.Form([.. together], durations.Of));
    }

    private static Batch CreateBatch(
        PlanRequest request,
        IReadOnlyList<PlannedUnit> units,
        IReadOnlyList<CaseTraits> traits,
        ExpectedDurations durations) => new()
    {
        Run = request.Run,
        Id = request.NewBatchId(),
        Requirements = request.Requires.And(units[0].Requires).Canonical,
        Units = [.. units.Select(unit => CreateUnit(request, unit, traits))],
        ExpectedDuration = units.All(unit => durations.KnownOf(unit) > TimeSpan.Zero)
            ? Sum(units, durations.KnownOf)
            : TimeSpan.Zero,
    };

    private static TimeSpan Sum(IEnumerable<PlannedUnit> units, Func<PlannedUnit, TimeSpan> of) =>
        units.Aggregate(TimeSpan.Zero, (sum, unit) => sum + of(unit));

    private static Unit CreateUnit(PlanRequest request, PlannedUnit unit, IReadOnlyList<CaseTraits> traits) => new()
    {
        Name = unit.Name,
        Attempts = [.. unit.Ordinals.Select(ordinal => CreateAttempt(request, ordinal, traits[ordinal]))],
    };

    private static RequestedAttempt CreateAttempt(PlanRequest request, int ordinal, CaseTraits traits)
    {
        var test = request.Cases[ordinal];
        var learned = traits.Timeout is null ? request.LearnedTimeout(test) : null;
        return new RequestedAttempt
        {
            Id = new AttemptId(ordinal, 1),
            Case = test,
            Timeout = traits.Timeout ?? learned,
            IsTimeoutLearned = learned is not null,
            IncrementalClass = traits.IsIncremental ? TestPlaces.Of(test, isClass: null).Class : null,
        };
    }
}
