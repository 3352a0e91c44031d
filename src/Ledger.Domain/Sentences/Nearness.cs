namespace Ledger.Domain.Sentences;

/// <summary>How near the words of a field stand to a number or a day: 发资料300份, 60人参加.</summary>
internal static class Nearness
{
    private const int Before = 14;
    private const int After = 8;

    // Who sets a space instead of a comma means one: 5月8日送审 13日退回.
    private const int Gap = 12;

    /// <summary>The clause around a number or day as far as its neighbours: words beyond them are theirs.</summary>
    public static Span Reach(TypedText typed, Span span, IEnumerable<Span> neighbours)
    {
        var clause = typed.ClauseAround(span);
        var (from, to) = (clause.Start, clause.End);
        foreach (var other in neighbours)
        {
            if (other.End <= span.Start)
                from = Math.Max(from, other.End);
            else if (other.Start >= span.End)
                to = Math.Min(to, other.Start);
        }

        return Span.Between(from, to);
    }

    /// <summary>Higher is nearer; null where none of the words stands in reach.</summary>
    /// <param name="typed">The text.</param>
    /// <param name="words">Words of the field.</param>
    /// <param name="span">The number or day.</param>
    /// <param name="reach">Its clause between its neighbours.</param>
    /// <param name="bare">A number without a unit needs its word right before it.</param>
    public static int? Of(TypedText typed, IReadOnlyList<Phrase> words, Span span, Span reach, bool bare = false)
    {
        int? best = null;
        foreach (var word in words)
        {
            foreach (var place in word.In(typed, reach))
            {
                if (ScoreOf(typed, Span.Between(place[0].Start, place[^1].End), span, word.Weight, bare) is { } score && score > (best ?? 0))
                    best = score;
            }
        }

        return best;
    }

    private static int? ScoreOf(TypedText typed, Span word, Span number, int weight, bool bare)
    {
        if (word.End <= number.Start)
        {
            var distance = number.Start - word.End;
            return distance <= (bare ? 1 : Before) ? 100 - 4 * distance - GapsFrom(word.End, number.Start) + weight : null;
        }

        var behind = word.Start - number.End;
        return !bare && behind >= 0 && behind <= After ? 96 - 4 * behind - GapsFrom(number.End, word.Start) + weight : null;

        int GapsFrom(int from, int to) => Gap * Enumerable.Range(from, to - from + 1).Count(i => typed.Gaps[i]);
    }
}
