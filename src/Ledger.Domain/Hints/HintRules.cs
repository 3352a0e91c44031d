using System.Globalization;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Hints;

/// <summary>Finds what looks wrong: the limits are stated here, the judgement is left to people.</summary>
public static class HintRules
{
    /// <summary>A value is out of proportion above this many medians of its kind.</summary>
    public const int Medians = 10;

    /// <summary>A median of fewer values says nothing.</summary>
    public const int LeastValues = 5;

    /// <summary>More activities than this on one day are many.</summary>
    public const int ManyOnADay = 5;

    /// <summary>Who did something this often last year and not at all this year may have forgotten to log it.</summary>
    public const int SomeLastYear = 5;

    /// <summary>Head-counts of the unit's own people, by kind and field.</summary>
    private static readonly HashSet<(string Kind, string Field)> OwnPeople = [("law-study", "attended"), ("law-exam", "took"), ("constitution-oath", "persons")];

    /// <param name="entries">The year's entries that stand.</param>
    /// <param name="earlier">Those of the year before, for the medians.</param>
    /// <param name="staff">How many people the unit has, if known.</param>
    public static IEnumerable<Hint> Of(IReadOnlyList<EntryCard> entries, IReadOnlyList<EntryCard> earlier, int? staff)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(earlier);
        return [.. Alikes(entries), .. Numbers(entries, earlier, staff), .. Days(entries)];
    }

    /// <summary>What was done often last year and is not even confirmed to be nothing this year.</summary>
    public static IEnumerable<Hint> Of(YearBook now, YearBook before, bool enforcement)
    {
        ArgumentNullException.ThrowIfNull(before);
        var years = Figure.ReadAll(now, enforcement).ToDictionary(f => f.Code);
        return Figure.ReadAll(before, enforcement)
            .Where(f => f.Entries >= SomeLastYear && f.Value > 0 && years.GetValueOrDefault(f.Code)?.State == FigureState.NeverEntered)
            .Where(f => Catalogue.FindFigure(f.Code)!.Rule.Measure == Measure.Entries)
            .Select(f => new Hint(
                HintKind.ZeroAfterSome, $"zero:{f.Code}",
                $"“{f.Name}”上年 {Number(f.Value!.Value)}{f.Unit}，今年一项也没有登记：漏登了，还是确实没有？确实没有的请作零报告。",
                $"{f.EnglishName}: {Number(f.Value.Value)} last year and none logged this year. Log what is missing, or confirm the zero.", [])
            { Figure = f.Code });
    }

    private static IEnumerable<Hint> Alikes(IReadOnlyList<EntryCard> entries)
    {
        foreach (var day in entries.GroupBy(e => (e.Kind, e.OccurredOn)).Where(g => g.Count() > 1))
        {
            var cards = day.OrderBy(c => c.Id).Select(c => (Card: c, Traits: Alike.TraitsOf(c.Entry.Activity))).ToList();
            for (var i = 1; i < cards.Count; i++)
            {
                if (cards.Take(i).FirstOrDefault(c => Alike.Are(c.Traits, cards[i].Traits)).Card is not { } first)
                    continue;
                var (other, kind) = (cards[i].Card, Catalogue.FindKind(day.Key.Kind)!);
                yield return new Hint(
                    HintKind.Alike, $"alike:{first.Id}:{other.Id}",
                    $"同一天有两条“{kind.Name}”，内容没有可以区分的地方，可能是同一项活动。",
                    $"Two of '{kind.EnglishName}' on one day with nothing to tell them apart: perhaps one activity.", [Of(first), Of(other)]);
            }
        }
    }

    private static IEnumerable<Hint> Numbers(IReadOnlyList<EntryCard> entries, IReadOnlyList<EntryCard> earlier, int? staff)
    {
        foreach (var kind in entries.GroupBy(e => e.Kind))
        {
            var definition = Catalogue.FindKind(kind.Key)!;
            foreach (var field in definition.Fields.Where(f => f.Type is FieldType.Int or FieldType.Count))
            {
                var stated = Stated(kind, field);
                var all = stated.Concat(Stated(earlier.Where(e => e.Kind == kind.Key), field)).Select(v => v.Value).Where(v => v > 0).Order().ToList();
                var median = all.Count >= LeastValues ? all[all.Count / 2] : (decimal?)null;
                foreach (var (card, value) in stated)
                {
                    if (staff is { } people && value > people && OwnPeople.Contains((kind.Key, field.Name)))
                        yield return new Hint(HintKind.AboveStaff, $"staff:{card.Id}:{field.Name}:{Number(value)}",
                            $"{field.Limits.Label}{Number(value)}，本单位只有 {people} 人。", $"{field.Limits.EnglishLabel} {Number(value)}, and the unit has {people} people.", [Of(card)]);
                    else if (median is { } usual && value > Medians * usual)
                        yield return new Hint(HintKind.Outlier, $"outlier:{card.Id}:{field.Name}:{Number(value)}",
                            $"{field.Limits.Label}{Number(value)}，是同类登记中位数 {Number(usual)} 的 {Medians} 倍以上：多输了一位？", $"{field.Limits.EnglishLabel} {Number(value)}, more than {Medians} times the median {Number(usual)} of its kind: one digit too many?", [Of(card)]);
                }
            }
        }
    }

    private static IEnumerable<Hint> Days(IReadOnlyList<EntryCard> entries) => entries.GroupBy(e => e.OccurredOn).Where(d => d.Count() > ManyOnADay).Select(day => new Hint(
        HintKind.ManyOnOneDay, $"day:{day.Key:yyyy-MM-dd}:{day.Count()}",
        $"{day.Key.Month}月{day.Key.Day}日有 {day.Count()} 项登记：日期都对吗？", $"{day.Count()} entries on {day.Key:yyyy-MM-dd}: are all the dates right?", [.. day.OrderBy(c => c.Id).Select(Of)]));

    private static List<(EntryCard Card, decimal Value)> Stated(IEnumerable<EntryCard> cards, FieldDefinition field) =>
        [.. cards.Select(c => (Card: c, Value: ValueOf(c.Entry.Activity, field))).Where(v => v.Value is not null).Select(v => (v.Card, v.Value!.Value))];

    private static decimal? ValueOf(Activity activity, FieldDefinition field) => activity.GetType().GetProperty(char.ToUpperInvariant(field.Name[0]) + field.Name[1..])!.GetValue(activity) switch
    {
        int number => number,
        Count count => count.Value,
        _ => null,
    };

    private static HintedEntry Of(EntryCard card) => new(card.Id, card.Title, card.OccurredOn);

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
