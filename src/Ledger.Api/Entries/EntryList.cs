using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;

namespace Ledger.Api.Entries;

/// <summary>A page of entries; <see cref="Total"/> counts all that match.</summary>
public sealed record EntryList(int Total, int Page, int Size, IReadOnlyList<EntryItem> Items)
{
    /// <summary>The matters a figure is counted from, in place of entries, where it is one of matters.</summary>
    public IReadOnlyList<MatterCard>? Matters { get; init; }
}

/// <summary>An entry in a list; one that another unit logged jointly names that unit as its host.</summary>
public sealed record EntryItem(
    Guid Id,
    string Kind,
    string KindName,
    long Version,
    DateOnly OccurredOn,
    string Title,
    EntryStatus Status,
    Activity Activity,
    int LateDays,
    int Corrections,
    int Evidence,
    DateTimeOffset RecordedAt,
    string? RecordedBy,
    string? Host)
{
    public static EntryItem Of(EntryCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        var entry = card.Entry;
        return new EntryItem(
            card.Id, card.Kind, Catalogue.FindKind(card.Kind)?.Name ?? card.Kind, entry.Version, card.OccurredOn, card.Title, card.Status,
            entry.Activity, entry.LateDays, entry.Corrections, entry.Evidence.Count, ChinaCalendar.InChina(entry.RecordedAt), entry.RecordedBy, card.Host);
    }
}
