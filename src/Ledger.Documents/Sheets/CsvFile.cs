using System.Text;

namespace Ledger.Documents.Sheets;

/// <summary>A table as a CSV file: UTF-8 with its mark, the headings first.</summary>
public static class CsvFile
{
    /// <summary>As it is served (RFC 7111).</summary>
    public const string MediaType = "text/csv";

    /// <summary>Writes row by row; the stream stays open.</summary>
    public static async Task WriteAsync(Stream to, IReadOnlyList<SheetColumn> columns, IAsyncEnumerable<SheetRow> rows, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        to.Write(CsvText.ByteOrderMark);
        await using var text = new StreamWriter(to, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
        await text.WriteAsync(CsvText.Line([.. columns.Select(c => SheetCell.Of(c.Heading))]).AsMemory(), ct);
        await foreach (var row in rows.WithCancellation(ct))
            await text.WriteAsync(CsvText.Line(row.Cells).AsMemory(), ct);
    }
}
