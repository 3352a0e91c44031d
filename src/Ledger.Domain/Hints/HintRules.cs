using System.Globalization;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Hints;

/// <summary>What looks wrong: the limits are stated here, the judgement is left to people.</summary>
public static class HintRules
{
    /// <summary>A value is out of proportion above this many medians of its kind.</summary>
    public const int Medians = 10;

    /// <summary>A median of fewer values says nothing.</summary>
    public const int LeastValues = 5;

    /// <summary>More activities than this on one day are many.</summary>
    public const int ManyOnADay = 5;

    /// <summary>Where a usual day has many, more than so many usual days' worth.</summary>
    public const int UsualDays = 3;

    /// <summary>So many of a day's entries are named.</summary>
    public const int Named = 12;

    /// <summary>Who did something this often last year and not at all this year may have forgotten to log it.</summary>
    public const int SomeLastYear = 5;

    /// <summary>Head-counts of the unit's own people, by kind and field.</summary>
    public static IReadOnlySet<(string Kind, string Field)> OwnPeople { get; } = new HashSet<(string, string)> { ("law-study", "attended"), ("law-exam", "took"), ("constitution-oath", "persons") };

    /// <summary>The kinds' fields that hold numbers.</summary>
    public static IReadOnlyList<(string Kind, FieldDefinition Field)> Numbers { get; } =
        [.. Catalogue.Kinds.SelectMany(k => k.Fields.Where(f => f.Type is FieldType.Int or FieldType.Count).Select(f => (k.Code, f)))];

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

    /// <summary>Of entries that may be alike those that are, each with the first that it is like.</summary>
    public static IEnumerable<Hint> Alikes(IEnumerable<(HintedEntry Entry, Traits Traits)> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var day in entries.GroupBy(e => (e.Traits.Kind, e.Traits.Day)).OrderBy(g => g.Key.Day))
        {
            var (cards, kind) = (day.OrderBy(c => c.Entry.Id).ToList(), Catalogue.FindKind(day.Key.Kind)!);
            for (var i = 1; i < cards.Count; i++)
            {
                if (cards.Take(i).FirstOrDefault(c => Alike.Are(c.Traits, cards[i].Traits)).Entry is not { } first)
                    continue;
                var other = cards[i].Entry;
                yield return new Hint(
                    HintKind.Alike, $"alike:{first.Id}:{other.Id}",
                    $"同一天有两条“{kind.Name}”，内容没有可以区分的地方，可能是同一项活动。",
                    $"Two of '{kind.EnglishName}' on one day with nothing to tell them apart: perhaps one activity.", [first, other]);
            }
        }
    }

    /// <summary>A number that stands apart: more people than there are, or many times the median where there is one.</summary>
    public static Hint? Apart(HintedEntry entry, string kind, FieldDefinition field, decimal value, decimal? median, int? staff)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(field);
        var (label, english) = (field.Limits.Label, field.Limits.EnglishLabel);
        if (staff is { } people && value > people && OwnPeople.Contains((kind, field.Name)))
        {
            return new Hint(HintKind.AboveStaff, $"staff:{entry.Id}:{field.Name}:{Number(value)}",
                $"{label}{Number(value)}，本单位只有 {people} 人。", $"{english} {Number(value)}, and the unit has {people} people.", [entry]);
        }

        return median is { } usual && value > Medians * usual
            ? new Hint(HintKind.Outlier, $"outlier:{entry.Id}:{field.Name}:{Number(value)}",
                $"{label}{Number(value)}，是同类登记中位数 {Number(usual)} 的 {Medians} 倍以上：多输了一位？", $"{english} {Number(value)}, more than {Medians} times the median {Number(usual)} of its kind: one digit too many?", [entry])
            : null;
    }

    /// <summary>A day with more entries than people usually log of one.</summary>
    /// <param name="day">The day.</param>
    /// <param name="count">How many it has.</param>
    /// <param name="entries">The first <see cref="Named"/> of them.</param>
    public static Hint Crowded(DateOnly day, int count, IReadOnlyList<HintedEntry> entries) => new(
        HintKind.ManyOnOneDay, $"day:{day:yyyy-MM-dd}:{count}",
        $"{day.Month}月{day.Day}日有 {count} 项登记：日期都对吗？", $"{count} entries on {day:yyyy-MM-dd}: are all the dates right?", entries);

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
