namespace Ledger.Domain.Sentences;

/// <summary>Parts that are said to be the whole, without a number of their own: 查出问题3个，已全部整改.</summary>
internal static class Wholes
{
    /// <summary>Characters that may stand between 全部 and the word of the part: 均已被采纳.</summary>
    private const int Between = 2;

    private static readonly string[] All = ["全部", "全都", "均", "都", "悉数"];

    // 安全, 健全: 全 alone says all only right before the word and at no word's end.
    private const string EndsWithAll = "安健完齐周保";

    private static readonly string[] Hundred = ["率100%", "率为100%", "率达100%", "率达到100%", "率百分之百", "率达百分之百"];

    // 均未整改, 不都采纳.
    private static readonly char[] No = ['未', '没', '不'];

    /// <summary>Each part that is said to be its whole, with that whole and the words that say so.</summary>
    public static IEnumerable<(FieldWords Part, FieldWords Whole, Span Span)> In(IReadOnlyList<FieldWords> fields, TypedText typed)
    {
        foreach (var part in fields)
        {
            if (fields.FirstOrDefault(f => f.Field.Name == part.Field.AtMost) is not { } whole)
                continue;
            var said = part.Said.SelectMany(w => w.In(typed)).Select(s => Span.Between(s[0].Start, s[^1].End))
                .Select(s => Before(typed.Text, s) ?? Rate(typed.Text, s))
                .Concat(Phrase.All(part.Words.All).SelectMany(w => w.In(typed)).Select(s => (Span?)Span.Between(s[0].Start, s[^1].End)))
                .FirstOrDefault(s => s is not null);
            if (said is { } span)
                yield return (part, whole, span);
        }
    }

    /// <summary>合格率100%: all of them.</summary>
    private static Span? Rate(string text, Span word) =>
        Hundred.FirstOrDefault(h => string.CompareOrdinal(text, word.End, h, 0, h.Length) == 0) is { } rate ? Span.Between(word.Start, word.End + rate.Length) : null;

    private static Span? Before(string text, Span word)
    {
        if (word.Start > 0 && text[word.Start - 1] == '全' && (word.Start == 1 || !EndsWithAll.Contains(text[word.Start - 2], StringComparison.Ordinal)))
            return Span.Between(word.Start - 1, word.End);
        for (var start = word.Start; start >= Math.Max(0, word.Start - Between); start--)
        {
            if (start < word.Start && (No.Contains(text[start]) || TypedText.IsMark(text[start])))
                return null;
            if (All.FirstOrDefault(a => text.AsSpan(0, start).EndsWith(a, StringComparison.Ordinal)) is { } all)
                return start == all.Length || !No.Contains(text[start - all.Length - 1]) ? Span.Between(start - all.Length, word.End) : null;
        }

        return null;
    }
}
