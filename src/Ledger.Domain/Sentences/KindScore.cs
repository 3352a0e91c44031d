namespace Ledger.Domain.Sentences;

/// <summary>How plainly a sentence names a kind, and by which of its characters.</summary>
internal sealed record KindScore(double Value, IReadOnlyList<Span> Spans)
{
    private const int Sure = 9;

    public static KindScore Of(KindWords kind, TypedText typed)
    {
        var not = kind.Not.SelectMany(n => n.In(typed)).Select(s => Span.Between(s[0].Start, s[^1].End)).ToList();
        var hits = Hits(kind.Sure, typed, Sure, 1).Concat(Hits(kind.Said, typed, 2, 1)).Concat(Hits(kind.Hints, typed, 0.5, 0.25))
            .Where(h => !h.Parts.Any(p => not.Any(n => n.Holds(p))))
            .OrderByDescending(h => h.Worth).ThenBy(h => h.Parts[0].Start);
        var (value, spans, seen) = (0.0, new List<Span>(), new HashSet<string>());
        foreach (var (phrase, parts, worth) in hits)
        {
            if (parts.Any(p => spans.Any(s => s.Overlaps(p))))
                continue;
            spans.AddRange(parts);
            if (seen.Add(phrase))
                value += worth;
        }

        return new(value, spans);
    }

    private static IEnumerable<(string Phrase, IReadOnlyList<Span> Parts, double Worth)> Hits(IReadOnlyList<Phrase> phrases, TypedText typed, double first, double each) =>
        phrases.SelectMany(p => p.In(typed).Select(parts => (p.Written, parts, first + each * p.Weight)));
}
