namespace Ledger.Domain.Sentences;

/// <summary>What every kind reads alike: the text, its document number and links, its days and its numbers.</summary>
internal sealed record SentenceParts(
    TypedText Typed,
    DateOnly Today,
    IReadOnlyList<Found> Marks,
    IReadOnlyList<DateMention> Dates,
    IReadOnlyList<Quantity> Quantities)
{
    // The one telephone number clerks write in a sentence; it counts nothing.
    private static readonly Phrase Hotline = new("12345");

    public static SentenceParts Of(TypedText typed, DateOnly today)
    {
        var marks = DocumentMarks.In(typed).ToList();
        var dates = SpokenDates.AllIn(typed, today).Where(d => marks.All(m => !m.Span.Overlaps(d.Span))).ToList();
        var quantities = SpokenNumbers.AllIn(typed, [.. marks.Select(m => m.Span), .. dates.Select(d => d.Span), .. Hotline.In(typed).Select(h => h[0]), .. Names.Quotes(typed.Text), .. Names.Quotes(typed.Text, '“', '”')], today);
        var days = dates.Select(d => d.Span).ToList();
        var all = quantities.Select(q => q.Span).Concat(days).ToList();
        return new(
            typed,
            today,
            marks,
            [.. dates.Select(d => d with { Reach = Nearness.Reach(typed, d.Span, days) })],
            [.. quantities.Select(q => q with { Reach = Nearness.Reach(typed, q.Span, all) })]);
    }
}
