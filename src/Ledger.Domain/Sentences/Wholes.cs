namespace Ledger.Domain.Sentences;

/// <summary>Parts that are said to be the whole, without a number of their own: 查出问题3个，已全部整改.</summary>
internal static class Wholes
{
    /// <summary>Characters that may stand between 全部 and the word of the part: 均已被采纳.</summary>
    private const int Between = 2;

    private static readonly string[] All = ["全部", "全都", "均", "都", "悉数"];

    // 均未整改, 不都采纳.
    private static readonly char[] No = ['未', '没', '不'];

    /// <summary>Each part that is said to be its whole, with that whole and the words that say so.</summary>
    public static IEnumerable<(FieldWords Part, FieldWords Whole, Span Span)> In(IReadOnlyList<FieldWords> fields, TypedText typed)
    {
        foreach (var part in fields)
        {
            if (fields.FirstOrDefault(f => f.Field.Name == part.Field.AtMost) is not { } whole)
                continue;
            var said = part.Said.SelectMany(w => w.In(typed)).Select(s => Before(typed.Text, Span.Between(s[0].Start, s[^1].End)))
                .Concat(Phrase.All(part.Words.All).SelectMany(w => w.In(typed)).Select(s => (Span?)Span.Between(s[0].Start, s[^1].End)))
                .FirstOrDefault(s => s is not null);
            if (said is { } span)
                yield return (part, whole, span);
        }
    }

    private static Span? Before(string text, Span word)
    {
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
