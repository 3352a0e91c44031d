namespace Ledger.Domain.Matters;

/// <summary>
/// A matter as its steps tell it: those that stand, in the order of their days. What a kind of matter knows of itself is
/// read from them, so that a step entered late or taken back changes whatever hangs on it.
/// </summary>
public abstract record MatterState
{
    public IReadOnlyList<MatterStep> Steps { get; init; } = [];

    public MatterDefinition Definition => MatterCatalogue.Of(GetType());

    public T? First<T>() where T : MatterStep => Steps.OfType<T>().FirstOrDefault();

    public T? Last<T>() where T : MatterStep => Steps.OfType<T>().LastOrDefault();

    public bool Has<T>() where T : MatterStep => Steps.Any(s => s is T);

    /// <summary>Whether the step was taken on that day or before.</summary>
    public bool HasBy<T>(DateOnly day) where T : MatterStep => Steps.Any(s => s is T && s.OccurredOn <= day);

    public MatterOpening? Opening => First<MatterOpening>();

    public string Title => Opening?.Title ?? Definition.Name;

    /// <summary>The step the matter stands at: the last one that changed what it is called.</summary>
    public StepDefinition? Stands => Steps.Select(MatterCatalogue.StepOf).LastOrDefault(s => s.Becomes is not null);

    public virtual bool Open =>
        Steps.Select(MatterCatalogue.StepOf).LastOrDefault(s => s.Closes || s.Reopens) is { } last ? last.Reopens : Steps.Count > 0;

    /// <summary>The step that usually comes now; null when the matter is over.</summary>
    public virtual StepDefinition? Upcoming
    {
        get
        {
            var taken = Steps.Select(MatterCatalogue.StepOf).ToHashSet();
            var furthest = taken.Where(s => !s.Aside).Select(s => s.Order).DefaultIfEmpty().Max();
            return Open ? Definition.Steps.FirstOrDefault(s => !s.Aside && !taken.Contains(s) && s.Order > furthest) : null;
        }
    }

    /// <summary>Days by which something of the matter is due; those that are met are left out.</summary>
    public virtual IEnumerable<MatterDeadline> Deadlines() => [];
}

/// <summary>A day by which something of a matter is due, by a rule.</summary>
/// <param name="Due">The last day on which it is in time.</param>
/// <param name="Rule">Id of the rule in the legal calendar.</param>
/// <param name="Text">What is due, in Chinese.</param>
/// <param name="EnglishText">The same in English.</param>
public sealed record MatterDeadline(DateOnly Due, string Rule, string Text, string EnglishText);
