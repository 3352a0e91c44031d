using System.Text;

namespace Ledger.Documents.Sheets;

/// <summary>Reads a CSV file as a table: UTF-8, or the GB 18030 that Chinese editions of Excel and WPS save; comma or tab.</summary>
public static class CsvReader
{
    /// <summary>The table; null if the bytes are no text.</summary>
    /// <exception cref="WorkbookException">More rows than allowed.</exception>
    public static ReadSheet? Read(ReadOnlySpan<byte> file, int mostRows)
    {
        if (Decode(file) is not { } text)
            return null;
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var head = end < 0 ? text : text[..end];
        var separator = head.Contains('\t', StringComparison.Ordinal) && !head.Contains(',', StringComparison.Ordinal) ? '\t' : ',';
        var (rows, number) = (new List<ReadRow>(), 0);
        foreach (var fields in Rows(text, separator))
        {
            number++;
            var cells = fields.Index().Where(f => f.Item.Length > 0).ToDictionary(f => f.Index, f => new ReadCell(ReadKind.Text, Unguarded(f.Item)));
            if (cells.Count > 0)
                rows.Add(new ReadRow(number, false, cells));
            if (rows.Count > mostRows)
                throw new WorkbookException(WorkbookFault.TooManyRows);
        }

        return new ReadSheet("CSV", rows, []);
    }

    /// <summary>Takes off the apostrophe that <see cref="CsvText"/> puts on.</summary>
    private static string Unguarded(string text) => text is ['\'', _, ..] ? text[1..] : text;

    private static string? Decode(ReadOnlySpan<byte> file)
    {
        if (file.IndexOf((byte)0) >= 0)
            return null;
        var bytes = file.StartsWith(CsvText.ByteOrderMark) ? file[3..] : file;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static IEnumerable<List<string>> Rows(string text, char separator)
    {
        var (row, field, quoted, started) = (new List<string>(), new StringBuilder(), false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                    field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    field.Append(text[++i]);
                else
                    quoted = false;
            }
            else if (c == '"' && field.Length == 0)
            {
                (quoted, started) = (true, true);
            }
            else if (c == separator)
            {
                row.Add(field.ToString());
                field.Clear();
                started = true;
            }
            else if (c is '\r' or '\n')
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                    i++;
                row.Add(field.ToString());
                field.Clear();
                yield return row;
                (row, started) = ([], false);
            }
            else
            {
                field.Append(c);
                started = true;
            }
        }

        if (started || field.Length > 0)
        {
            row.Add(field.ToString());
            yield return row;
        }
    }
}
