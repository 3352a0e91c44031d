using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ledger.Api.Tests.Tables;

/// <summary>What a file that the service answered with says, read by other means than those that wrote it.</summary>
internal static class TableText
{
    public static async Task<byte[]> FileAsync(this LedgerService ledger, string url)
    {
        using var answer = await ledger.Client.GetAsync(url);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{url} answered {(int)answer.StatusCode}: {Encoding.UTF8.GetString(bytes)}");
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        return bytes;
    }

    /// <summary>A sheet, by default the first, a row of texts each: strings as they are, numbers as they stand in the file.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Xlsx(byte[] file, int sheet = 0)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        var part = (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Descendants<Sheet>().ElementAt(sheet).Id!.Value!);
        return [.. part.Worksheet!.Descendants<Row>().Select(row =>
        {
            var cells = new List<string>();
            foreach (var cell in row.Elements<Cell>())
            {
                var column = cell.CellReference!.Value!.TakeWhile(char.IsAsciiLetter).Aggregate(0, (n, c) => n * 26 + c - 'A' + 1) - 1;
                while (cells.Count < column)
                    cells.Add("");
                cells.Add(cell.DataType?.Value == CellValues.InlineString ? Unescape(cell.InlineString!.Text!.Text) : cell.CellValue!.Text);
            }

            return (IReadOnlyList<string>)cells;
        })];
    }

    public static string Csv(byte[] file)
    {
        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        return Encoding.UTF8.GetString(file.AsSpan(3));
    }

    public static string Serial(string day) =>
        DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture);

    private static string Unescape(string text) => text.Replace("_x005F_", "_", StringComparison.Ordinal);
}
