using System.Collections.Immutable;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Entries;

/// <summary>An entry as lists show it and searches find it: its state, and the text in it cut for the index.</summary>
public sealed record EntryCard
{
    public Guid Id { get; init; }
    public int Year { get; init; }
    public string Kind { get; init; } = "";
    public DateOnly OccurredOn { get; init; }
    public string Title { get; init; } = "";

    /// <summary>Code of the unit that logged it, on the card of a unit that carried it jointly; null on the unit's own.</summary>
    public string? Host { get; init; }
    public EntryStatus Status { get; init; }
    public Entry Entry { get; init; } = null!;

    /// <summary>The figures whose main value the entry is part of; none when it is void or only participation.</summary>
    public ImmutableArray<string> Figures { get; init; } = [];

    /// <summary>All text of the activity in lower case, for the exact substring test.</summary>
    public string Text { get; init; } = "";

    /// <summary>The text's pairs of neighbouring characters: the index that makes Chinese substrings quick to find.</summary>
    public ImmutableArray<string> Grams { get; init; } = [];

    /// <summary>The card of a unit that carried the entry jointly: the entry as it counts there.</summary>
    public static EntryCard Of(Entry entry, JointUnit unit, string host)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Of(entry with { Activity = entry.Activity.As(unit) }) with { Host = host };
    }

    public static EntryCard Of(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var text = SearchText.Of(entry.Activity);
        return new EntryCard
        {
            Id = entry.Id,
            Year = entry.Activity.OccurredOn.Year,
            Kind = Catalogue.KindOf(entry.Activity).Code,
            OccurredOn = entry.Activity.OccurredOn,
            Title = entry.Activity.Title ?? "",
            Status = entry.Status,
            Entry = entry,
            Figures = !entry.Stands || entry.Activity.Role == Role.Participant
                ? []
                : [.. entry.Activity.Lines().Select(l => l.Figure).Distinct()],
            Text = text,
            Grams = [.. SearchText.Grams(text)],
        };
    }
}
