namespace Ledger.Documents.Layout;

/// <summary>
/// Cuts text into pieces a line never breaks: a Han character, a mark, a Latin word, a number with its unit, —— and ……,
/// a document number's 〔2024〕3号, a bracketed number （一） with the character it counts.
/// </summary>
internal static class ClusterSplitter
{
    private const string Numerals = "一二三四五六七八九十百0123456789";
    private const int MostNumerals = 3;

    /// <summary>The index after the piece that begins at <paramref name="at"/>.</summary>
    public static int End(List<Character> text, int at)
    {
        var first = text[at].CodePoint;
        if (first == '〔') return DocumentNumberEnd(text, at);
        if (first == '（' && OrdinalEnd(text, at) is var ordinal && ordinal > at) return ordinal;
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

    // The bracket and the number in it, and one character more when a line may begin with it.
    private static int OrdinalEnd(List<Character> text, int at)
    {
        var close = at + 1;
        while (close < text.Count && Numerals.Contains(char.ConvertFromUtf32(text[close].CodePoint), StringComparison.Ordinal)) close++;
        if (close == at + 1 || close - at > MostNumerals + 1 || close >= text.Count || text[close].CodePoint != '）') return at;
        var isWord = close + 1 < text.Count && !text[close + 1].IsSpace && !text[close + 1].IsLatin
            && Kinsoku.MayStart(text[close + 1].CodePoint) && Kinsoku.MayEnd(text[close + 1].CodePoint)
            && text[close + 1].CodePoint is not ('第' or '—' or '…');
        return close + (isWord ? 2 : 1);
    }

    private static bool IsDigit(List<Character> text, int at) => at < text.Count && text[at].IsDigit;
}
