namespace Ledger.Domain.Sentences;

/// <summary>How near the words of a field stand to a number or a day: 发资料300份, 60人参加.</summary>
internal static class Nearness
{
    private const int Before = 14;
    private const int After = 8;

    /// <summary>Higher is nearer; null where none of the words stands in reach, within the clause and between its neighbours.</summary>
    /// <param name="typed">The text.</param>
    /// <param name="words">Words of the field.</param>
    /// <param name="span">The number or day.</param>
    /// <param name="neighbours">The other numbers or days: words beyond one of them are its own.</param>
    /// <param name="bare">A number without a unit needs its word right before it.</param>
    public static (int Score, Span Word)? Of(TypedText typed, IReadOnlyList<Phrase> words, Span span, IEnumerable<Span> neighbours, bool bare = false)
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

        (int, Span)? best = null;
        var bestScore = int.MinValue;
        foreach (var word in words)
        {
            foreach (var place in word.In(typed))
            {
                var at = Span.Between(place[0].Start, place[^1].End);
                if (at.Start < from || at.End > to || ScoreOf(at, span, word.Weight, bare) is not { } score || score <= bestScore)
                    continue;
                (best, bestScore) = ((score, at), score);
            }
        }

        return best;
    }

    private static int? ScoreOf(Span word, Span number, int weight, bool bare)
    {
        if (word.End <= number.Start)
        {
            var distance = number.Start - word.End;
            return distance <= (bare ? 1 : Before) ? 100 - 4 * distance + weight : null;
        }

        var behind = word.Start - number.End;
        return !bare && behind >= 0 && behind <= After ? 96 - 4 * behind + weight : null;
    }
}
