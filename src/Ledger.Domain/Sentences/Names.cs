using Ledger.Domain.Kinds;

namespace Ledger.Domain.Sentences;

/// <summary>Finds what a sentence names: the village, the firm, the adviser, the rule that was issued.</summary>
internal static partial class Names
{
    public static IEnumerable<Span> In(TypedText typed, NamedAttribute named, IReadOnlyList<Span> taken, IReadOnlyList<Span> numbers)
    {
        var bounds = named.Digits ? taken : [.. taken, .. numbers];
        // 讲未成年人保护法 学生400人: a space parts 法 and 学.
        var not = Places(typed.Text, named.Not).Where(n => !typed.HasGapInside(n)).ToList();
        var quoted = named.Quoted ? Quotes(typed.Text).ToList() : [];
        // The surest way of naming comes first; the others are asked only where it finds nothing.
        IEnumerable<Span>[] ways =
        [
            quoted,
            named.Ends.SelectMany(w => Places(typed.Text, [w]))
                .Where(e => !not.Any(n => n.Holds(e)) && !bounds.Any(b => b.Overlaps(e)))
                .Select(e => Leftwards(typed, named, e, bounds)),
            [
                .. Places(typed.Text, named.Before).Select(e => Leftwards(typed, named, e, bounds)),
                .. Places(typed.Text, named.After).Select(a => Rightwards(typed, named, a.End, bounds)),
            ],
            Places(typed.Text, named.From).Select(a => Rightwards(typed, named, a.Start, bounds)),
        ];
        return ways.Select(w => w.Where(s => s.Length > 0 && !bounds.Any(b => b.Overlaps(s))).ToList()).FirstOrDefault(w => w.Count > 0) ?? [];
    }

    /// <summary>What stands in 《》 or other marks, without the marks; a few dozen characters at most.</summary>
    public static IEnumerable<Span> Quotes(string text, char opening = '《', char closing = '》')
    {
        for (var open = text.IndexOf(opening); open >= 0 && open + 1 < text.Length; open = text.IndexOf(opening, open + 1))
        {
            var close = text.IndexOf(closing, open + 1, Math.Min(60, text.Length - open - 1));
            if (close > open + 1)
                yield return Span.Between(open + 1, close);
        }
    }

    /// <summary>At most this many places of a word are tried: more make no sentence, and time stays bounded.</summary>
    private const int Tries = 50;

    private static IEnumerable<Span> Places(string text, IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            var tries = 0;
            for (var i = text.IndexOf(word, StringComparison.Ordinal); i >= 0 && tries++ < Tries; i = text.IndexOf(word, i + word.Length, StringComparison.Ordinal))
                yield return new(i, word.Length);
        }
    }

    private static Span Leftwards(TypedText typed, NamedAttribute named, Span end, IReadOnlyList<Span> bounds)
    {
        var start = end.Start;
        while (start > 0 && end.Start - start < named.Most && !typed.Gaps[start] && !IsBound(typed, named, start - 1, bounds))
        {
            var had = end.Start - start;
            if (Stop(typed.Text.AsSpan(0, start), named, had) is { } stop && !(stop.Length == 1 && IsHalf(typed.Text, start - 1)) && !(named.Place && had < 2 && Soft.Contains(stop) && start > stop.Length && !IsBound(typed, named, start - 1 - stop.Length, bounds) && !typed.Gaps[start - stop.Length]))
                break;
            if (typed.Text[start - 1] is '和' or '及' && named.Ends.Any(w => typed.Text.AsSpan(0, start - 1).EndsWith(w, StringComparison.Ordinal)))
                break;
            start--;
        }

        if (end.Start - start >= named.Most && start > 0 && !IsBound(typed, named, start - 1, bounds) || start == end.Start && !named.Alone)
            return default;
        if (named.Before.Contains(typed.Slice(end)) && Longest(typed.Text.AsSpan(0, start), Towards) is not null)
            return default;
        return named.Before.Contains(typed.Slice(end)) ? Span.Between(start, end.Start) : Span.Between(start, end.End);
    }

    private static Span Rightwards(TypedText typed, NamedAttribute named, int start, IReadOnlyList<Span> bounds)
    {
        while (start < typed.Length && named.From.Length == 0 && typed.Text[start] is '：' or ':' or '是' or '为' or '由' or '了')
            start++;
        var end = start;
        while (end < typed.Length && end - start < named.Most && (end == start || !typed.Gaps[end]) && !IsBound(typed, named, end, bounds))
        {
            if (named.Ends.Length + named.Before.Length > 0 && AlwaysStop.Concat(named.Stops).Any(s => string.CompareOrdinal(typed.Text, end, s, 0, s.Length) == 0))
                break;
            end++;
        }

        // 公开信息12条: what every one of them is called says nothing.
        if (named.Not.Contains(typed.Text[start..end]))
            return default;
        return end - start >= named.Most && end < typed.Length && !IsBound(typed, named, end, bounds) || end - start < 2 ? default : Span.Between(start, end);
    }

    private static string? Stop(ReadOnlySpan<char> before, NamedAttribute named, int had) =>
        Longest(before, AlwaysStop) ?? Longest(before, named.Stops) ?? Longest(before, named.After) ?? (had >= 2 ? Longest(before, Soft) : null);

    private static bool IsHalf(string text, int i) =>
        Compounds.Any(c => string.CompareOrdinal(text, i, c, 0, 2) == 0 || i > 0 && string.CompareOrdinal(text, i - 1, c, 0, 2) == 0);

    private static string? Longest(ReadOnlySpan<char> before, string[] words)
    {
        string? longest = null;
        foreach (var word in words)
        {
            if (word.Length > (longest?.Length ?? 0) && before.EndsWith(word, StringComparison.Ordinal))
                longest = word;
        }

        return longest;
    }

    private static bool IsBound(TypedText typed, NamedAttribute named, int i, IReadOnlyList<Span> bounds) =>
        TypedText.IsMark(typed.Text[i]) && !(named.Alone && typed.Text[i] is '“' or '”')
        && !(named.Ends.Length > 0 && typed.Text[i] is '《' or '》')
        || !named.Digits && char.IsAsciiDigit(typed.Text[i])
        || bounds.Any(b => b.Start <= i && i < b.End);
}
