namespace Ledger.Documents.Layout;

/// <summary>
/// The part of a number before its decimal point: an optional sign, digits, commas between them. Behind it may stand
/// decimals and a percent sign.
/// </summary>
/// <remarks>By hand: for a regular expression a new process would have to load their library.</remarks>
internal static class WholeNumber
{
    /// <summary>How long it is; 0 when the text is no number.</summary>
    public static int LengthOf(string text)
    {
        var start = text.Length > 0 && text[0] is '-' or '+' or '−' ? 1 : 0;
        var end = start;
        while (end < text.Length && (char.IsDigit(text[end]) || (end > start && text[end] == ','))) end++;
        return end > start && IsRest(text, end) ? end : 0;
    }

    private static bool IsRest(string text, int at)
    {
        if (at < text.Length && text[at] == '.')
        {
            var decimals = ++at;
            while (at < text.Length && char.IsDigit(text[at])) at++;
            if (at == decimals) return false;
        }

        if (at < text.Length && text[at] is '%' or '％') at++;
        return at == text.Length;
    }
}
