using Ledger.Domain.Entries;
using Ledger.Domain.Hints;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Tests.Hints;

/// <summary>The hints of a year by looking at every entry in turn: slow, and plain to see that it is right.</summary>
internal static class HintModel
{
    public static IEnumerable<string> Keys(IReadOnlyList<EntryCard> entries, IReadOnlyList<EntryCard> earlier, int staff) =>
        HintRules.Alikes(entries.Select(e => (Of(e), Alike.TraitsOf(e.Entry.Activity)))).Concat(Numbers(entries, earlier, staff)).Concat(Days(entries)).Select(h => h.Key);

    private static IEnumerable<Hint> Numbers(IReadOnlyList<EntryCard> entries, IReadOnlyList<EntryCard> earlier, int staff) =>
        from numbers in HintRules.Numbers
        let all = entries.Concat(earlier).Where(e => e.Kind == numbers.Kind).Select(e => ValueOf(e, numbers.Field)).Where(v => v > 0).Order().ToList()
        let median = all.Count >= HintRules.LeastValues ? all[all.Count / 2] : null
        from entry in entries.Where(e => e.Kind == numbers.Kind)
        where ValueOf(entry, numbers.Field) is not null
        let hint = HintRules.Apart(Of(entry), numbers.Kind, numbers.Field, ValueOf(entry, numbers.Field)!.Value, median, staff)
        where hint is not null
        select hint!;

    private static IEnumerable<Hint> Days(IReadOnlyList<EntryCard> entries)
    {
        var days = entries.CountBy(e => e.OccurredOn).OrderBy(d => d.Value).ToList();
        // The lower of two medians, as many days as there are.
        var limit = days.Count == 0 ? 0 : Math.Max(HintRules.ManyOnADay, HintRules.UsualDays * days[(days.Count - 1) / 2].Value);
        return days.Where(d => d.Value > limit).Select(d => HintRules.Crowded(d.Key, d.Value, []));
    }

    private static decimal? ValueOf(EntryCard card, FieldDefinition field) =>
        card.Entry.Activity.GetType().GetProperty(char.ToUpperInvariant(field.Name[0]) + field.Name[1..])!.GetValue(card.Entry.Activity) switch
        {
            int number => number,
            Count count => count.Value,
            _ => null,
        };

    private static HintedEntry Of(EntryCard card) => new(card.Id, card.Title, card.OccurredOn);
}
