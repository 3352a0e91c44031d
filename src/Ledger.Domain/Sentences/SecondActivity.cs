namespace Ledger.Domain.Sentences;

/// <summary>
/// Two activities told in one breath: 上午开党组会研究法治工作，下午集中学习行政许可法. Each is read from its own half, so
/// that the law of the one is not logged with the other.
/// </summary>
internal static class SecondActivity
{
    /// <summary>A kind is named, not only hinted at.</summary>
    private const double Named = 4;

    /// <summary>Places tried, so that time stays bounded.</summary>
    private const int Tries = 3;

    private static readonly string[] Sequels = ["下午", "中午", "晚上", "傍晚", "回来", "然后", "接着", "随后", "之后", "顺便", "另外", "又", "还"];

    /// <summary>The two halves, or null where the sentence tells of one activity.</summary>
    public static (SentenceParts First, SentenceParts Second)? In(SentenceParts whole)
    {
        var typed = whole.Typed;
        var starts = Enumerable.Range(1, Math.Max(0, typed.Length - 1))
            .Where(i => typed.StartsClause(i) && Sequels.Any(s => string.CompareOrdinal(typed.Text, i, s, 0, s.Length) == 0));
        foreach (var start in starts.Take(Tries))
        {
            var (first, second) = (typed.Only(Span.Between(0, start)), typed.Only(Span.Between(start, typed.Length)));
            if (KindNamed(first) is { } one && KindNamed(second) is { } other && one != other)
                return (whole.Of(first), whole.Of(second));
        }

        return null;
    }

    private static KindWords? KindNamed(TypedText typed) =>
        KindWords.All.Select(k => (Kind: k, KindScore.Of(k, typed).Value)).MaxBy(k => k.Value) is { Value: >= Named } best ? best.Kind : null;
}
