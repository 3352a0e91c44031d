namespace Ledger.Domain.Sentences;

/// <summary>How plainly a sentence names a kind, and by which of its characters.</summary>
internal sealed record KindScore(double Value, IReadOnlyList<Span> Spans)
{
    private const int Sure = 9;
    private const double InTopic = 0.35;

    // What is studied, heard or discussed is a topic, not what was done: 会前学法，学习公平竞争审查制度.
    private static readonly IReadOnlyList<Phrase> TopicVerbs = Phrase.All(
        ["学习", "研究", "审议", "听取", "传达", "部署", "讲解", "解读", "会前学法", "第一议题", "督办", "批示", "中心组", "列席"]);

    public static KindScore Of(KindWords kind, TypedText typed)
    {
        var not = kind.Not.SelectMany(n => n.In(typed)).Select(s => Span.Between(s[0].Start, s[^1].End)).ToList();
        var topics = TopicVerbs.SelectMany(v => v.In(typed)).Select(s => s[0].End).DefaultIfEmpty(int.MaxValue).Min();
        var hits = Hits(kind.Sure, typed, Sure, 1).Concat(Hits(kind.Said, typed, 2, 1)).Concat(Hits(kind.Hints, typed, 0.5, 0.25))
            .Where(h => !h.Parts.Any(p => not.Any(n => n.Holds(p))))
            .Select(h => (h.Phrase, h.Parts, Worth: h.Worth * (h.Parts[0].Start >= topics ? InTopic : 1)))
            .OrderByDescending(h => h.Worth).ThenBy(h => h.Parts[0].Start);
        var (value, spans, seen, covered) = (0.0, new List<Span>(), new HashSet<string>(), new bool[typed.Length]);
        foreach (var (phrase, parts, worth) in hits)
        {
            if (parts.Any(p => covered.AsSpan(p.Start, p.Length).Contains(true)))
                continue;
            foreach (var part in parts)
                covered.AsSpan(part.Start, part.Length).Fill(true);
            spans.AddRange(parts);
            if (seen.Add(phrase))
                value += worth;
        }

        return new(value, spans);
    }

    private static IEnumerable<(string Phrase, IReadOnlyList<Span> Parts, double Worth)> Hits(IReadOnlyList<Phrase> phrases, TypedText typed, double first, double each) =>
        phrases.SelectMany(p => p.In(typed).Select(parts => (p.Written, parts, first + each * p.Weight)));
}
