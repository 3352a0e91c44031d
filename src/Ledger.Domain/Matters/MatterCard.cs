namespace Ledger.Domain.Matters;

/// <summary>A matter as lists and the calendar show it.</summary>
public sealed record MatterCard
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required string KindName { get; init; }
    public required long Version { get; init; }
    public required string Title { get; init; }
    public string? Department { get; init; }

    /// <summary>Where it stands, in words: 已签订. Of a void one: 已撤销.</summary>
    public required string Status { get; init; }

    public required string EnglishStatus { get; init; }
    public required bool Open { get; init; }
    public required bool Void { get; init; }
    public DateOnly? OpenedOn { get; init; }

    /// <summary>Day of the newest step.</summary>
    public DateOnly? LastOn { get; init; }

    /// <summary>The step that usually comes now; null when it is over.</summary>
    public StepName? Next { get; init; }

    /// <summary>Due days of what is open, nearest first.</summary>
    public required IReadOnlyList<MatterDeadline> Deadlines { get; init; }

    /// <summary>Slots that want evidence and hold none.</summary>
    public required int EvidenceMissing { get; init; }

    public static MatterCard Of(Matter matter)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var state = matter.State;
        var opening = matter.Taken[0].Step as MatterOpening;
        return new MatterCard
        {
            Id = matter.Id,
            Kind = matter.Kind,
            KindName = matter.Definition.Name,
            Version = matter.Version,
            Title = matter.Void ? opening?.Title ?? "" : state.Title,
            Department = state.Opening?.Department,
            Status = matter.Void ? "已撤销" : state.Stands?.Becomes ?? "",
            EnglishStatus = matter.Void ? "Void" : state.Stands?.EnglishBecomes ?? "",
            Open = state.Open,
            Void = matter.Void,
            OpenedOn = state.Opening?.OccurredOn,
            LastOn = state.Steps.Count == 0 ? null : state.Steps.Max(s => s.OccurredOn),
            Next = state.Upcoming is { } next ? StepName.Of(next) : null,
            Deadlines = [.. state.Deadlines().OrderBy(d => d.Due)],
            EvidenceMissing = matter.Wanted.Count(s => matter.Evidence.All(e => e.Slot != s.Code)),
        };
    }
}

/// <summary>A step by its code and names.</summary>
public sealed record StepName(string Code, string Name, string EnglishName)
{
    public static StepName Of(StepDefinition step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return new(step.Code, step.Name, step.EnglishName);
    }
}
