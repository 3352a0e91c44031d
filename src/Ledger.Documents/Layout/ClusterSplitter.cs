namespace Ledger.Documents.Layout;

/// <summary>
/// Cuts text into pieces a line never breaks: a Han character, a mark, a Latin word, a number with its unit, —— and ……,
/// a document number's 〔2024〕3号.
/// </summary>
internal static class ClusterSplitter
{
    /// <summary>The index after the piece that begins at <paramref name="at"/>.</summary>
    public static int End(List<Character> text, int at)
    {
        var first = text[at].CodePoint;
        if (first == '〔') return DocumentNumberEnd(text, at);
        if (first == '第' && IsDigit(text, at + 1)) return LatinEnd(text, at + 1);
        if (text[at].IsLatin) return LatinEnd(text, at);
        var pair = first is '—' or '…' && at + 1 < text.Count && text[at + 1].CodePoint == first;
        return at + (pair ? 2 : 1);
    }

    private static int LatinEnd(List<Character> text, int at)
    {
        var end = at;
        while (end < text.Count && text[end].IsLatin) end++;
        return text[end - 1].IsDigit ? end + CountUnits.LengthAt(text, end) : end;
    }

    private static int DocumentNumberEnd(List<Character> text, int at)
    {
        var close = at + 1;
        while (IsDigit(text, close)) close++;
        if (close == at + 1 || close >= text.Count || text[close].CodePoint != '〕') return at + 1;
        return IsDigit(text, close + 1) ? LatinEnd(text, close + 1) : close + 1;
    }

    private static bool IsDigit(List<Character> text, int at) => at < text.Count && text[at].IsDigit;
}
