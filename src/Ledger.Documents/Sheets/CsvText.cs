using System.Buffers;
using System.Globalization;
using System.Text;

namespace Ledger.Documents.Sheets;

/// <summary>
/// Rows as CSV (RFC 4180: comma, CRLF, quotation marks doubled). Text that a spreadsheet would take for a formula or for a
/// number gets an apostrophe in front, and so does text that has one of its own: taking one off gives back what was there.
/// </summary>
public static class CsvText
{
    /// <summary>Without it Excel reads Chinese as something else.</summary>
    public static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n;\t");

    /// <summary>One row, closed by its line break.</summary>
    public static string Line(IReadOnlyList<SheetCell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var line = new StringBuilder();
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                line.Append(',');
            Append(line, cells[i]);
        }

        return line.Append("\r\n").ToString();
    }

    private static void Append(StringBuilder line, SheetCell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Number:
                line.Append(Plain(cell.Number));
                break;
            case CellKind.Date:
                line.Append(cell.Moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case CellKind.Time:
                line.Append(cell.Moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
                break;
            case CellKind.Text:
                AppendText(line, cell.Text);
                break;
        }
    }

    private static void AppendText(StringBuilder line, string text)
    {
        var guarded = text[0] == '\'' || SheetText.LooksLikeFormula(text) || SheetText.LooksLikeNumber(text);
        if (!guarded && text.AsSpan().IndexOfAny(Quoted) < 0 && text[0] != ' ' && text[^1] != ' ')
        {
            line.Append(text);
            return;
        }

        line.Append('"').Append(guarded ? "'" : "").Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    internal static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
