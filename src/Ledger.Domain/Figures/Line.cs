using Ledger.Domain.Kinds;

namespace Ledger.Domain.Figures;

/// <summary>What adds to figures: an activity, or a step of a matter. Taking it back takes the same away.</summary>
public interface ICounted
{
    /// <summary>The year whose figures it adds to.</summary>
    int Year { get; }

    /// <summary>Counts in a figure's own breakdown <c>role</c>, not in its main value (counting rule 3).</summary>
    bool Participation { get; }

    /// <summary>What this one counts for, by the counting rules of its kind (domain rules §2.6).</summary>
    IEnumerable<Line> Lines();
}

/// <summary>What one activity or step adds to one figure.</summary>
/// <param name="Figure">Code of the figure.</param>
/// <param name="Amount">What is added; a rate's numerator.</param>
/// <param name="Dimension">Name of the split, if the figure has one.</param>
/// <param name="Part">Where in the split this belongs.</param>
/// <param name="Inexact">People knew the amount only roughly.</param>
/// <param name="Denominator">A rate's denominator; null for everything that is no rate.</param>
/// <param name="Key">The name that is told apart in a distinct count.</param>
public readonly record struct Line(
    string Figure,
    decimal Amount,
    string? Dimension = null,
    string? Part = null,
    bool Inexact = false,
    decimal? Denominator = null,
    string? Key = null);

/// <summary>The words a kind's <c>Lines()</c> is written in. An amount that was not stated adds no line.</summary>
public static class Lines
{
    public static Line[] One(this FigureDefinition figure, Enum? part = null) => figure.One(part is null ? null : Codes.Of(part));

    public static Line[] One(this FigureDefinition figure, string? part) => [figure.Line(1, part)];

    public static Line[] Sum(this FigureDefinition figure, int? amount, Enum? part = null) =>
        amount is { } a ? [figure.Line(a, part is null ? null : Codes.Of(part))] : [];

    public static Line[] Sum(this FigureDefinition figure, decimal? amount) => amount is { } a ? [figure.Line(a, null)] : [];

    public static Line[] Sum(this FigureDefinition figure, Count? amount) =>
        amount is { } a ? [figure.Line(a.Value, null) with { Inexact = a.Inexact }] : [];

    public static Line[] Names(this FigureDefinition figure, params IEnumerable<string?>? names) =>
        names is null ? [] : [.. names.OfType<string>().Distinct().Select(n => figure.Line(1, null) with { Key = n })];

    public static Line[] Rate(this FigureDefinition figure, int? numerator, int? denominator) =>
        numerator is { } n && denominator is { } d ? [figure.Line(n, null) with { Denominator = d }] : [];

    public static Line[] Share(this FigureDefinition figure, bool? yes) =>
        yes is { } y ? [figure.Line(y ? 1 : 0, null) with { Denominator = 1 }] : [];

    private static Line Line(this FigureDefinition figure, decimal amount, string? part) =>
        new(figure.Code, amount, figure.Rule.By, part);
}
