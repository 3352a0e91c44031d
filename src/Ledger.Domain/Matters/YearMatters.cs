namespace Ledger.Domain.Matters;

/// <summary>
/// What a year's report says of shortcomings and plans: section 3 from those found and still open, section 4 from what is
/// planned for the year after, section 2 from what came of the year's own plan. Each as known at a day.
/// </summary>
public static class YearMatters
{
    /// <summary>
    /// Shortcomings of the year and of years before that were still open when it began, oldest first.
    /// </summary>
    /// <param name="matters">The unit's matters; others than shortcomings are passed over.</param>
    /// <param name="year">The year of the report.</param>
    /// <param name="asOf">Steps of later days are not known yet: the day the report is written, not the end of its year.</param>
    public static IReadOnlyList<ShortcomingLine> Shortcomings(IEnumerable<Matter> matters, int year, DateOnly asOf) =>
    [
        .. States<Shortcoming>(matters, asOf)
            .Select(m => ShortcomingLine.Of(m.Id, m.State))
            .Where(s => s.Year == year || (s.Year < year && (s.ClosedOn is null || s.ClosedOn.Value.Year >= year)))
            .OrderBy(s => s.FoundOn).ThenBy(s => s.Id),
    ];

    /// <summary>What was planned for a year and what came of it, in the order in which it was planned.</summary>
    public static IReadOnlyList<PlanItemLine> PlanItems(IEnumerable<Matter> matters, int year, DateOnly asOf) =>
    [
        .. States<PlanItem>(matters, asOf)
            .Select(m => PlanItemLine.Of(m.Id, m.State, year))
            .OfType<PlanItemLine>()
            .OrderBy(p => p.PlannedOn).ThenBy(p => p.Id),
    ];

    private static IEnumerable<(Guid Id, T State)> States<T>(IEnumerable<Matter> matters, DateOnly asOf) where T : MatterState =>
        matters.Where(m => m.Definition.StateType == typeof(T))
            .Select(m => (m.Id, (T)m.StateAt(asOf)))
            .Where(m => m.Item2.Opening is not null);
}

/// <summary>Where a shortcoming stands in a report.</summary>
public enum ShortcomingStanding
{
    Open,
    Closed,
    CarriedOver,
}

/// <summary>A shortcoming as a report tells it.</summary>
public sealed record ShortcomingLine
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required ShortcomingSource Source { get; init; }

    /// <summary>The year whose report it belongs to; one before the report's own was carried into it.</summary>
    public required int Year { get; init; }

    public required DateOnly FoundOn { get; init; }
    public string? Finding { get; init; }
    public string? Cause { get; init; }

    /// <summary>The newest measure, with who mends it and until when; null when none is assigned.</summary>
    public string? Measure { get; init; }

    public string? Owner { get; init; }
    public DateOnly? Due { get; init; }

    /// <summary>The newest progress that was noted.</summary>
    public string? Progress { get; init; }

    public required ShortcomingStanding Standing { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public int? CarriedTo { get; init; }

    internal static ShortcomingLine Of(Guid id, Shortcoming state)
    {
        var found = state.First<ShortcomingIdentified>()!;
        var measure = state.Last<MeasureAssigned>();
        var carried = state.Last<ShortcomingCarriedOver>();
        return new ShortcomingLine
        {
            Id = id,
            Title = found.Title,
            Source = found.Source,
            Year = state.Year,
            FoundOn = found.OccurredOn,
            Finding = found.Finding,
            Cause = found.Cause,
            Measure = measure?.Measure,
            Owner = measure?.Owner ?? found.Department,
            Due = measure?.Due,
            Progress = state.Last<RectificationProgressed>()?.Progress,
            Standing = !state.Open ? ShortcomingStanding.Closed : carried is null ? ShortcomingStanding.Open : ShortcomingStanding.CarriedOver,
            ClosedOn = state.Open ? null : state.Last<ShortcomingClosed>()?.OccurredOn,
            CarriedTo = state.Open ? carried?.ToYear : null,
        };
    }
}

/// <summary>What came of a plan item.</summary>
public enum PlanOutcome
{
    UnderWay,
    Done,
    PartlyDone,
    Dropped,
    CarriedOver,
}

/// <summary>A plan item as the report of its year tells it.</summary>
public sealed record PlanItemLine
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required DateOnly PlannedOn { get; init; }
    public string? Department { get; init; }
    public string? Target { get; init; }

    /// <summary>Code of the figure its progress is read from, and the value it should reach.</summary>
    public string? Figure { get; init; }

    public decimal? TargetValue { get; init; }
    public required DateOnly Due { get; init; }

    /// <summary>Id of the shortcoming it answers, as it was written.</summary>
    public string? Shortcoming { get; init; }

    public required PlanOutcome Outcome { get; init; }
    public DateOnly? EndedOn { get; init; }

    /// <summary>The result, where it was written down.</summary>
    public string? Result { get; init; }

    /// <summary>Why it was not done, or not all of it.</summary>
    public string? Why { get; init; }

    public int? CarriedTo { get; init; }

    /// <summary>Null when the item was never planned for that year.</summary>
    internal static PlanItemLine? Of(Guid id, PlanItem state, int year)
    {
        var planned = state.First<PlanItemPlanned>()!;
        var carries = state.Steps.OfType<PlanItemCarriedOver>().ToList();
        var into = carries.LastOrDefault(c => c.ToYear == year);
        if (planned.PlanYear != year && into is null)
            return null;
        // What ended the item in this year: the step that carried it on, or the last one there is.
        var later = carries.FirstOrDefault(c => !ReferenceEquals(c, into) && state.YearAt(c) == year);
        var end = (MatterStep?)later ?? (state.Open || state.Year != year ? null : state.Steps.LastOrDefault(s => MatterCatalogue.StepOf(s).Closes));
        return new PlanItemLine
        {
            Id = id,
            Title = planned.Title,
            PlannedOn = into?.OccurredOn ?? planned.OccurredOn,
            Department = planned.Department,
            Target = state.Target,
            Figure = planned.Figure,
            TargetValue = state.TargetValue,
            Due = later is null ? state.Due : planned.Due ?? new DateOnly(year, 12, 31),
            Shortcoming = planned.Shortcoming,
            Outcome = end switch
            {
                PlanItemDone => PlanOutcome.Done,
                PlanItemPartlyDone => PlanOutcome.PartlyDone,
                PlanItemDropped => PlanOutcome.Dropped,
                PlanItemCarriedOver => PlanOutcome.CarriedOver,
                _ => PlanOutcome.UnderWay,
            },
            EndedOn = end?.OccurredOn,
            Result = (end as PlanItemDone)?.Result ?? (end as PlanItemPartlyDone)?.Result,
            Why = (end as PlanItemPartlyDone)?.Why ?? (end as PlanItemDropped)?.Why ?? later?.Why,
            CarriedTo = later?.ToYear,
        };
    }
}
