namespace Ledger.Domain.Matters;

/// <summary>The guards of every step of every kind of matter, made from what its definition says of order.</summary>
internal static class StandingGuards
{
    private const string Practice = "办理程序";

    public static IEnumerable<Guard> Of(StepDefinition step, StepDefinition? before)
    {
        if (before is not null)
            yield return New(
                $"without-{before.Code}", Severity.Medium, $"此前没有登记“{before.Name}”", $"There is no '{before.EnglishName}' before it",
                (matter, taken) => !matter.Steps.Any(s => s.GetType() == before.EventType && s.OccurredOn <= taken.OccurredOn));
        if (!step.Repeats && !step.Opens)
            yield return New(
                "again", Severity.Low, $"“{step.Name}”已经登记过", $"'{step.EnglishName}' has been taken already",
                (matter, _) => matter.Steps.Any(s => s.GetType() == step.EventType));
        if (step.Opens)
            yield break;
        yield return New(
            "before-opening", Severity.Low, "日期早于本事项的开始日期", "The day lies before the first of the matter",
            (matter, taken) => taken.OccurredOn < matter.Opening?.OccurredOn);
        if (!step.Reopens)
            yield return New(
                "closed", Severity.Low, "本事项已经结束", "The matter is over",
                (matter, taken) => !matter.Open && matter.Steps.All(s => s.OccurredOn <= taken.OccurredOn));

        Guard New(string code, Severity severity, string message, string english, Func<MatterState, MatterStep, bool> raised) =>
            new(code, severity, Practice, message, english, step.EventType, raised);
    }
}
