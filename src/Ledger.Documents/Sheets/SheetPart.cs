using System.Globalization;
using System.Xml;

namespace Ledger.Documents.Sheets;

/// <summary>Writes one worksheet as its rows come: heading frozen, a filter over the data, text as text.</summary>
internal static class SheetPart
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int MostRows = 1_048_576;

    /// <summary>Wider tables are printed over several pages; on one they could not be read.</summary>
    private const double WidestOnOnePage = 300;

    public static async Task WriteAsync(XmlWriter xml, Sheet sheet, bool first, CancellationToken ct)
    {
        xml.WriteStartElement("worksheet", Main);
        var narrow = sheet.Columns.Sum(c => c.Width) <= WidestOnOnePage;
        if (narrow)
            xml.WriteRaw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        xml.WriteRaw($"<sheetViews><sheetView{(first ? " tabSelected=\"1\"" : "")} workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews>");
        WriteColumns(xml, sheet);
        xml.WriteStartElement("sheetData", Main);
        WriteRow(xml, 1, [.. sheet.Columns.Select(c => SheetCell.Of(c.Heading))], i => sheet.Columns[i].Required ? SheetStyles.RequiredHeading : SheetStyles.Heading);
        var (row, lastOfData) = (1, 1);
        await foreach (var next in sheet.Rows.WithCancellation(ct))
        {
            if (++row > MostRows)
                throw new DocumentException("超过电子表格能容纳的 1048576 行，请缩小范围或导出 CSV", "More than the 1,048,576 rows a workbook holds; narrow it down or take CSV");
            WriteRow(xml, row, next.Cells, i => SheetStyles.Of(next.Cells[i], next.Look));
            if (next.Look == RowLook.Plain)
                lastOfData = row;
        }

        xml.WriteEndElement();
        if (sheet.RowsToFill == 0)
            xml.WriteRaw($"<autoFilter ref=\"A1:{CellName(sheet.Columns.Count - 1, lastOfData)}\"/>");
        WriteChoices(xml, sheet);
        xml.WriteRaw("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>");
        xml.WriteRaw($"<pageSetup paperSize=\"9\" {(narrow ? "fitToHeight=\"0\"" : "pageOrder=\"overThenDown\"")} orientation=\"landscape\"/>");
        xml.WriteEndElement();
    }

    /// <summary>A1, AB12: the column from 0, the row from 1.</summary>
    private static string CellName(int column, int row) => SheetColumns.Name(column) + row.ToString(CultureInfo.InvariantCulture);

    private static void WriteColumns(XmlWriter xml, Sheet sheet)
    {
        xml.WriteStartElement("cols", Main);
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            xml.WriteStartElement("col", Main);
            xml.WriteAttributeString("min", Number(i + 1));
            xml.WriteAttributeString("max", Number(i + 1));
            xml.WriteAttributeString("width", sheet.Columns[i].Width.ToString("0.##", CultureInfo.InvariantCulture));
            if (sheet.RowsToFill > 0)
                xml.WriteAttributeString("style", Number(SheetStyles.OfColumn(sheet.Columns[i].Kind)));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, int row, IReadOnlyList<SheetCell> cells, Func<int, int> style)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", Number(row));
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = cells[i];
            if (cell.Kind == CellKind.Empty)
                continue;
            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", CellName(i, row));
            xml.WriteAttributeString("s", Number(style(i)));
            if (cell.Kind == CellKind.Text)
                WriteText(xml, cell.Text, i, row);
            else
                xml.WriteElementString("v", Main, cell.Kind == CellKind.Number ? CsvText.Plain(cell.Number) : cell.Moment.ToOADate().ToString("R", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string text, int column, int row)
    {
        if (text.Length > SheetText.LongestCell)
            throw new DocumentException($"{CellName(column, row)} 的文字有 {text.Length} 字，超过电子表格单格的 {SheetText.LongestCell} 字，请导出 CSV", $"{CellName(column, row)} holds {text.Length} characters, more than a workbook's cell takes; take CSV");
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(SheetText.Escaped(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>What may be chosen is offered, what may be typed is explained. A warning and no more: what was pasted is judged when it comes in.</summary>
    private static void WriteChoices(XmlWriter xml, Sheet sheet)
    {
        var columns = sheet.Columns.Index().Where(c => sheet.RowsToFill > 0 && (c.Item.Prompt is not null || c.Item.OptionsAt is not null)).ToList();
        if (columns.Count == 0)
            return;
        xml.WriteStartElement("dataValidations", Main);
        xml.WriteAttributeString("count", Number(columns.Count));
        foreach (var (i, column) in columns)
        {
            xml.WriteStartElement("dataValidation", Main);
            if (column.OptionsAt is not null)
                xml.WriteAttributeString("type", "list");
            xml.WriteAttributeString("errorStyle", "warning");
            xml.WriteAttributeString("allowBlank", "1");
            xml.WriteAttributeString("showInputMessage", "1");
            if (column.OptionsAt is not null)
                xml.WriteAttributeString("showErrorMessage", "1");
            if (column.Prompt is { } prompt)
                xml.WriteAttributeString("prompt", prompt.Length > 255 ? prompt[..254] + "…" : prompt);
            xml.WriteAttributeString("sqref", $"{CellName(i, 2)}:{CellName(i, sheet.RowsToFill + 1)}");
            if (column.OptionsAt is { } options)
                xml.WriteElementString("formula1", Main, options);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
