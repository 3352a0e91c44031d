using System.Globalization;
using System.Text;

namespace Ledger.Documents.Sheets;

/// <summary>Text as spreadsheets may get it.</summary>
public static class SheetText
{
    /// <summary>Most characters (UTF-16) a cell of a workbook takes; Excel calls a file with more damaged.</summary>
    public const int LongestCell = 32_767;

    /// <summary>
    /// What begins a formula, in ASCII and in the full width that spreadsheets in Chinese fold into it, and the controls
    /// that are thrown away before it (OWASP, CSV Injection).
    /// </summary>
    private const string Starters = "=+-@\t\r\n＝＋－＠";

    /// <summary>Whether a spreadsheet that reads the text from CSV, or in which it is edited, might take it for a formula.</summary>
    public static bool LooksLikeFormula(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
            return false;
        if (Starters.Contains(text[0], StringComparison.Ordinal))
            return true;
        // Some throw blanks away first.
        var inner = text.AsSpan().TrimStart();
        return inner.Length > 0 && inner.Length < text.Length && Starters.Contains(inner[0], StringComparison.Ordinal);
    }

    /// <summary>Digits of a name and not of a number: read as a number, an identity card's would end in zeros and 007 lose its own.</summary>
    public static bool LooksLikeNumber(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.All(char.IsAsciiDigit) && (text.Length > 11 || (text.Length > 1 && text[0] == '0'));
    }

    /// <summary>As it stands in a workbook's XML: what XML does not take is written _x000D_, and what looks so is kept apart (ECMA-376, ST_Xstring).</summary>
    internal static string Escaped(string text)
    {
        if (!text.Any(c => c is '_' || IsForeign(c)))
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                escaped.Append(c).Append(text[++i]);
            else if (IsForeign(c) || (c == '_' && CodeAt(text, i) is not null))
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    internal static string Unescaped(string text)
    {
        if (!text.Contains("_x", StringComparison.OrdinalIgnoreCase))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (CodeAt(text, i) is { } code)
            {
                plain.Append(code);
                i += 6;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    private static bool IsForeign(char c) => c is (< ' ' and not ('\t' or '\n')) or '\uFFFE' or '\uFFFF' || char.IsSurrogate(c);

    private static char? CodeAt(string text, int at) =>
        text[at] == '_' && at + 6 < text.Length && text[at + 1] is 'x' or 'X' && text[at + 6] == '_'
        && int.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : null;
}
