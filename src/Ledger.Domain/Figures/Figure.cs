using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Figures;

/// <summary>Zero, confirmed zero and never entered are three different things, on screen and in print.</summary>
public enum FigureState
{
    /// <summary>Counted from entries.</summary>
    Counted,

    /// <summary>Entries stand behind it and add up to nothing.</summary>
    Zero,

    /// <summary>No entry, and a named person confirmed that there was nothing.</summary>
    NilConfirmed,

    /// <summary>No entry and no confirmation: nobody can say whether it is a zero.</summary>
    NeverEntered,
}

/// <summary>One figure of a year book, read: its value, where it splits, and in what sense it is a number.</summary>
public sealed record Figure
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string EnglishName { get; init; }
    public required string Unit { get; init; }

    /// <summary>The sum; for a rate the percentage with one decimal, null when its denominator is 0 (prints —).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required decimal? Value { get; init; }

    public required FigureState State { get; init; }

    /// <summary>Any part was known only roughly: prints 余.</summary>
    public required bool Approximate { get; init; }

    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }

    /// <summary>Dimension → part → value; participation stands under <c>role</c>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>> Breakdown { get; init; }

    public required RuleText Rule { get; init; }

    /// <summary>How many entries stand behind the figure.</summary>
    public required int Entries { get; init; }

    public static Figure Read(FigureDefinition definition, YearBook book)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(book);
        return Read(definition, book, Parts(book.Cells.Where(c => c.Key.StartsWith(definition.Code, StringComparison.Ordinal)))[definition.Code]);
    }

    private static Figure Read(FigureDefinition definition, YearBook book, IEnumerable<Split> splits)
    {
        var parts = splits.ToList();
        var main = definition.Rule.Measure == Measure.Distinct
            ? new Tally(parts.Count(p => p.Aspect == Cell.Name && p.Tally.Entries > 0), parts.Sum(p => p.Tally.Entries), 0)
            : book.Cells.GetValueOrDefault(definition.Code);
        var (numerator, denominator) = (parts.FirstOrDefault(p => p.Aspect == Cell.Numerator).Tally, parts.FirstOrDefault(p => p.Aspect == Cell.Denominator).Tally);
        var rate = definition.Rule.Measure is Measure.Rate or Measure.Share;
        var behind = rate ? denominator : main;
        return new Figure
        {
            Code = definition.Code,
            Name = definition.Name,
            EnglishName = definition.EnglishName,
            Unit = definition.Unit,
            Value = rate ? Percentage(numerator.Sum, denominator.Sum) : main.Sum,
            State = StateOf(behind, definition.Code, book),
            Approximate = behind.Inexact > 0 || (rate && numerator.Inexact > 0),
            Numerator = rate ? numerator.Sum : null,
            Denominator = rate ? denominator.Sum : null,
            Breakdown = parts.Where(p => p.Part is not null)
                .GroupBy(p => p.Aspect, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => (IReadOnlyDictionary<string, decimal>)g.OrderBy(p => p.Part, StringComparer.Ordinal).ToDictionary(p => p.Part!, p => p.Tally.Sum)),
            Rule = RuleText.Of(definition with { Rule = book.Rules.GetValueOrDefault(definition.Code) ?? definition.Rule }),
            Entries = behind.Entries,
        };
    }

    private static FigureState StateOf(Tally behind, string code, YearBook book) =>
        behind.Sum != 0 ? FigureState.Counted
        : behind.Entries > 0 ? FigureState.Zero
        : book.NilReturns.ContainsKey(code) ? FigureState.NilConfirmed
        : FigureState.NeverEntered;

    /// <summary>One decimal, rounded half away from zero (四舍五入); null over a denominator of 0 (counting rule 7).</summary>
    private static decimal? Percentage(decimal numerator, decimal denominator) =>
        denominator == 0 ? null : Math.Round(100m * numerator / denominator, 1, MidpointRounding.AwayFromZero);

    private readonly record struct Split(string Aspect, string? Part, Tally Tally);

    /// <summary>The cells below the main ones, by figure.</summary>
    private static ILookup<string, Split> Parts(IEnumerable<KeyValuePair<string, Tally>> cells) => cells
        .Select(cell => (Names: cell.Key.Split('|', 3), Tally: cell.Value))
        .Where(cell => cell.Names.Length > 1)
        .ToLookup(cell => cell.Names[0], cell => new Split(cell.Names[1], cell.Names.ElementAtOrDefault(2), cell.Tally), StringComparer.Ordinal);

    /// <summary>A book never changes and is read for page after page: what it comes to is kept for as long as the book is.</summary>
    private static readonly ConditionalWeakTable<YearBook, IReadOnlyList<Figure>> Kept = [];

    /// <summary>Every figure of a unit's year in the order of the catalogue, the counters people named themselves at the end.</summary>
    public static IReadOnlyList<Figure> ReadAll(YearBook book, bool enforcement)
    {
        ArgumentNullException.ThrowIfNull(book);
        var all = Kept.GetValue(book, static b => ReadAll(b));
        return enforcement ? all : [.. all.Where(f => Catalogue.FindFigure(f.Code)!.Group != KindGroup.H)];
    }

    private static IReadOnlyList<Figure> ReadAll(YearBook book)
    {
        var counters = book.Cells.Keys
            .Where(c => c.StartsWith("other-work:", StringComparison.Ordinal))
            .Select(c => c.Split('|')[0]).Distinct().Order(StringComparer.Ordinal)
            .Select(Catalogue.FindFigure).OfType<FigureDefinition>();
        var parts = Parts(book.Cells);
        return [.. Catalogue.Figures.Concat(counters).Select(d => Read(d, book, parts[d.Code]))];
    }
}
