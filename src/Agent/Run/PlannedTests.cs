using TestFlock.Allure;
using TestFlock.Allure.TestPlan;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Agent.Run;

/// <summary>
/// Leaves of a request what Allure's test plan selects, where the run writes for Allure and has a plan.
/// </summary>
internal static class PlannedTests
{
    /// <exception cref="RunRefusedException">A setting is wrong, or the plan cannot be read.</exception>
    public static RunRequest Of(RunRequest request)
    {
        if (request.Cases.Count == 0
            || RunPreparation.ReadSettings(request).Settings is { Allure: null, TestOps: null })
        {
            return request;
        }

        try
        {
            if (AllureTestPlan.Find(Environment.GetEnvironmentVariable) is not { } plan)
                return request;
            var selected = request.Where(plan.Selects);
            var text = $"Allure's test plan {plan.File} selects {selected.Cases.Count} of {request.Cases.Count} tests.";
            var level = selected.Cases.Count == 0 ? NoteLevel.Warning : NoteLevel.Informational;
            return selected with { Notes = [new NoteMade(level, text)] };
        }
        catch (AllureException e)
        {
            throw new RunRefusedException([e.Message]);
        }
    }
}
