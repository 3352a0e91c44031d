namespace Ledger.Domain.Sentences;

/// <summary>What every kind reads alike: the text, its document number and links, its days and its numbers.</summary>
internal sealed record SentenceParts(
    TypedText Typed,
    DateOnly Today,
    IReadOnlyList<Found> Marks,
    IReadOnlyList<DateMention> Dates,
    IReadOnlyList<Quantity> Quantities)
{
    // The one telephone number clerks write in a sentence, and names made with a number; they count nothing.
    private static readonly IReadOnlyList<Phrase> Uncounted = Phrase.All(
        ["12345", "三项制度", "三重一大", "八项规定", "两个确立", "两个维护", "四个意识", "四个自信", "三会一课", "一网通办", "两法衔接", "四议两公开", "三同步", "一规划两方案"]);

    /// <summary>The whole sentence, of which this may be one half.</summary>
    public TypedText Whole { get; init; } = Typed;

    /// <summary>The words for some day of several, as in 上周, and their place.</summary>
    public (string Said, int Start)? SomeDay { get; init; }

    /// <summary>One half of the sentence; a day said in the other holds for it too.</summary>
    public SentenceParts Of(TypedText half)
    {
        var own = Of(half, Today) with { SomeDay = SomeDay, Whole = Typed };
        return own.Dates.Any(d => d.Weight > 0) ? own : own with { Dates = [.. own.Dates, .. Dates.Where(d => d.Weight > 0).Select(d => d with { Reach = default })] };
    }

    public static SentenceParts Of(TypedText typed, DateOnly today)
    {
        var marks = DocumentMarks.In(typed).ToList();
        var dates = SpokenDates.AllIn(typed, today).Where(d => marks.All(m => !m.Span.Overlaps(d.Span))).ToList();
        var quantities = SpokenNumbers.AllIn(typed, [.. marks.Select(m => m.Span), .. dates.Select(d => d.Span), .. Uncounted.SelectMany(u => u.In(typed)).Select(u => u[0]), .. Names.Quotes(typed.Text), .. Names.Quotes(typed.Text, '“', '”')], today);
        var days = dates.Select(d => d.Span).ToList();
        var all = quantities.Select(q => q.Span).Concat(days).ToList();
        return new(
            typed,
            today,
            marks,
            [.. dates.Select(d => d with { Reach = Nearness.Reach(typed, d.Span, days) })],
            [.. quantities.Select(q => q with { Reach = Nearness.Reach(typed, q.Span, all) })])
        {
            SomeDay = SpokenDates.SomeDay().Match(typed.Text) is { Success: true } some ? (some.Value, some.Index) : null,
        };
    }
}
