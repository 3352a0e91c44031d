namespace Ledger.Domain.Entries;

/// <summary>Which cards count: neither void nor merged into another, as <see cref="Entry.Stands"/> says of one entry.</summary>
public static class StandingCards
{
    /// <summary>The states of those that do, as they are stored.</summary>
    public static IReadOnlyList<string> States { get; } = [.. Enum.GetValues<EntryStatus>().Where(s => s is not (EntryStatus.Void or EntryStatus.Merged)).Select(s => s.ToString())];

    /// <summary>The states of those that do not.</summary>
    public static IReadOnlyList<string> Gone { get; } = [nameof(EntryStatus.Void), nameof(EntryStatus.Merged)];

    public static IQueryable<EntryCard> Standing(this IQueryable<EntryCard> cards) =>
        cards.Where(c => c.Status != EntryStatus.Void && c.Status != EntryStatus.Merged);
}
