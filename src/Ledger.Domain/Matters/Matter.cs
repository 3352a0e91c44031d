using System.Collections.Immutable;
using System.Text.Json.Serialization;
using JasperFx.Events;
using Marten.Events.Aggregation;

namespace Ledger.Domain.Matters;

/// <summary>A step in the stream of its matter: when it was recorded, by whom, and by which event it was taken back.</summary>
public sealed record TakenStep(int Version, MatterStep Step, DateTimeOffset At, string? By, int? ReversedAt = null);

/// <summary>A matter's stream, folded: every step ever taken, those taken back among them, and its evidence.</summary>
public sealed record Matter
{
    public Guid Id { get; init; }

    /// <summary>Number of events in the stream; a change names the version it was made from.</summary>
    public int Version { get; init; }

    public string Kind { get; init; } = "";
    public ImmutableList<TakenStep> Taken { get; init; } = [];
    public ImmutableList<MatterEvidenceAttached> Evidence { get; init; } = [];

    /// <summary>Nothing stands of it: it was opened in error.</summary>
    public bool Void => Taken.All(t => t.ReversedAt is not null);

    public bool Open => State.Open;

    [JsonIgnore]
    public MatterDefinition Definition => MatterCatalogue.Find(Kind)!;

    [JsonIgnore]
    public IEnumerable<TakenStep> Standing => Taken.Where(t => t.ReversedAt is null);

    [JsonIgnore]
    public MatterState State => Definition.StateOf(Standing.Select(t => t.Step));

    /// <summary>The slots that want evidence as the matter stands.</summary>
    [JsonIgnore]
    public IEnumerable<SlotAttribute> Wanted =>
        Definition.Slots.Where(slot => Standing.Any(t => MatterCatalogue.StepOf(t.Step).Code == slot.After));

    /// <summary>The matter as it was known to stand at the end of a day, by the days of its steps.</summary>
    public MatterState StateAt(DateOnly day) => Definition.StateOf(Standing.Select(t => t.Step).Where(s => s.OccurredOn <= day));

    public Matter Evolve(IEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return (this with { Id = e.StreamId }).With(e.Data, e.Timestamp, e.UserName);
    }

    /// <summary>The matter with one event more.</summary>
    public Matter With(object data, DateTimeOffset at = default, string? by = null)
    {
        var next = this with { Version = Version + 1 };
        return data switch
        {
            MatterStep step => next with
            {
                Kind = Kind.Length > 0 ? Kind : MatterCatalogue.StepOf(step).Matter,
                Taken = Taken.Add(new TakenStep(next.Version, step, at, by)),
            },
            MatterStepReversed reversed => next with
            {
                Taken = [.. Taken.Select(t => t.Version == reversed.Taken ? t with { ReversedAt = next.Version } : t)],
            },
            MatterEvidenceAttached evidence => next with { Evidence = Evidence.Add(evidence) },
            _ => next,
        };
    }

    /// <summary>The guards that warn of the step as the matter stands.</summary>
    public IEnumerable<Guard> Warns(MatterStep step) => Warns(State, step);

    public static IEnumerable<Guard> Warns(MatterState state, MatterStep step) =>
        MatterCatalogue.StepOf(step).Guards.Where(g => g.Raised(state, step));
}

/// <summary>Keeps every matter at hand in the commit that changes it.</summary>
public sealed partial class MatterSnapshots : SingleStreamProjection<Matter, Guid>
{
    public MatterSnapshots()
    {
        Name = nameof(MatterSnapshots);
        // Named, or the log of every entry would ask for a matter.
        foreach (var type in EventTypes.OfMatters)
            IncludeType(type);
    }

    public override Matter? Evolve(Matter? snapshot, Guid id, IEvent e) => (snapshot ?? new Matter()).Evolve(e);
}
