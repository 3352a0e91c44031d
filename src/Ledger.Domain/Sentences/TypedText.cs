using System.Buffers;
using System.Text;

namespace Ledger.Domain.Sentences;

/// <summary>
/// A sentence as it is read: digits and letters of one width, no white space or control characters, and for every
/// character its place in what was typed.
/// </summary>
/// <param name="Text">The characters read.</param>
/// <param name="At">For each of them, its place in the typed text.</param>
/// <param name="Gaps">For each of them, whether white space that means something stands before it.</param>
internal sealed record TypedText(string Text, IReadOnlyList<int> At, IReadOnlyList<bool> Gaps)
{
    public const string Stops = "，。；！？,;!?\n";
    private const string Marks = Stops + "、：:（）()【】[]〔〕《》〈〉“”\"'‘’…—~～";

    private static readonly SearchValues<char> StopSet = SearchValues.Create(Stops);
    private static readonly SearchValues<char> MarkSet = SearchValues.Create(Marks);

    public int Length => Text.Length;

    public static TypedText Of(string typed)
    {
        var text = new StringBuilder(typed.Length);
        var (at, gaps) = (new List<int>(typed.Length), new List<bool>(typed.Length));
        var gap = false;
        for (var i = 0; i < typed.Length; i++)
        {
            var c = typed[i];
            // What cannot be read parts what stands beside it as white space does: a broken character between 2 and 45 makes no 245.
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c == '\uFFFD' || IsHalf(typed, i))
            {
                gap = true;
                continue;
            }

            text.Append(Narrow(c));
            at.Add(i);
            gaps.Add(gap && at.Count > 1);
            gap = false;
        }

        // 今 天 宣 誓: where nearly every character is set apart, the spaces say nothing.
        return gaps.Count(g => g) * 2 > gaps.Count
            ? new(text.ToString(), at, new bool[gaps.Count])
            : new(text.ToString(), at, gaps);
    }

    public static bool IsMark(char c) => MarkSet.Contains(c);

    public static bool HasStop(ReadOnlySpan<char> text) => text.ContainsAny(StopSet);

    /// <summary>Whether a clause begins here: after a comma or full stop, or white space where one would stand.</summary>
    public bool StartsClause(int i) => i == 0 || Gaps[i] || StopSet.Contains(Text[i - 1]);

    /// <summary>Whether a clause ends before this place.</summary>
    public bool EndsClause(int i) => i >= Length || Gaps[i] || StopSet.Contains(Text[i]);

    /// <summary>One stretch of the text alone; all else says nothing, and every place stays where it was.</summary>
    public TypedText Only(Span span) =>
        this with { Text = string.Concat(new string('\n', span.Start), Slice(span), new string('\n', Length - span.End)) };

    /// <summary>Whether white space was typed inside.</summary>
    public bool HasGapInside(Span span)
    {
        for (var i = span.Start + 1; i < span.End; i++)
        {
            if (Gaps[i])
                return true;
        }

        return false;
    }

    /// <summary>The clause around a place: as far as the next comma or full stop on both sides.</summary>
    public Span ClauseAround(Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start > 0 && !StopSet.Contains(Text[start - 1]))
            start--;
        while (end < Length && !StopSet.Contains(Text[end]))
            end++;
        return Span.Between(start, end);
    }

    public string Slice(Span span) => Text.Substring(span.Start, span.Length);

    /// <summary>The place in what was typed.</summary>
    public Span Typed(Span span) => Span.Between(At[span.Start], At[span.End - 1] + 1);

    private static char Narrow(char c) =>
        c is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' or '．' or '／' or '－' or '％' ? (char)(c - 0xFEE0) : c;

    private static bool IsHalf(string text, int i) =>
        char.IsHighSurrogate(text[i]) ? i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])
        : char.IsLowSurrogate(text[i]) && (i == 0 || !char.IsHighSurrogate(text[i - 1]));
}
