using JasperFx.Events;
using Marten.Events.Projections;

namespace Ledger.Bench.Bare;

/// <summary>How many notes a year has.</summary>
public sealed record NoteCount
{
    public string Id { get; init; } = "";
    public int Notes { get; init; }
}

public sealed partial class NoteCounts : MultiStreamProjection<NoteCount, string>
{
    public NoteCounts()
    {
        Name = nameof(NoteCounts);
        Identity<ServiceNoted>(n => n.OccurredOn.Year.ToString("0000", null));
    }

    public override NoteCount? Evolve(NoteCount? snapshot, string id, IEvent e) =>
        (snapshot ?? new NoteCount { Id = id }) with { Notes = (snapshot?.Notes ?? 0) + 1 };
}
