using System.Globalization;
using System.Text;
using System.Xml;

namespace Ledger.Documents.Sheets;

/// <summary>
/// Reads the tables of an XLSX as Excel, WPS and LibreOffice write it: strings shared or in place, days counted from 1900
/// or 1904, results of formulas as they were stored. Nothing is calculated and nothing outside the file is asked for.
/// </summary>
public sealed class WorkbookReader : IDisposable
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictOffice = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    private const int MostStrings = 1_000_000;
    private const int MostMerged = 20_000;

    private readonly WorkbookPackage _package;
    private readonly Dictionary<string, string> _parts = [];
    private readonly IReadOnlyList<bool> _dates;
    private readonly Lazy<IReadOnlyList<string>> _strings;
    private readonly bool _from1904;

    private WorkbookReader(WorkbookPackage package)
    {
        _package = package;
        var workbook = package.Relations("").Values.FirstOrDefault(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target ?? "xl/workbook.xml";
        var relations = package.Relations(workbook);
        using (var xml = package.Read(workbook))
        {
            if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName != "workbook")
                throw new WorkbookException(WorkbookFault.NotWorkbook);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName == "workbookPr")
                    _from1904 = xml.GetAttribute("date1904") is "1" or "true";
                else if (xml.LocalName == "sheet" && xml.GetAttribute("state") is null or "visible" && xml.GetAttribute("name") is { } name
                    && (xml.GetAttribute("id", Office) ?? xml.GetAttribute("id", StrictOffice)) is { } id && relations.TryGetValue(id, out var sheet))
                    _parts.TryAdd(name, sheet.Target);
            }
        }

        Names = [.. _parts.Keys];
        _dates = Part("styles", relations) is { } styles ? Looks(styles) : [];
        _strings = new(() => Part("sharedStrings", relations) is { } strings ? Strings(strings) : []);
    }

    /// <summary>Names of the sheets that are not hidden, in their order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <param name="file">The file; it can be read from any place and more than once.</param>
    /// <param name="mostBytes">How much all that is read may unpack to.</param>
    /// <exception cref="WorkbookException">It is not a workbook that can be read.</exception>
    public static WorkbookReader Open(Stream file, long mostBytes)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Guarded(() => new WorkbookReader(WorkbookPackage.Open(file, mostBytes)));
    }

    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="mostRows">How many rows may hold something.</param>
    /// <exception cref="WorkbookException">It is damaged, or holds more than is allowed.</exception>
    public ReadSheet Read(string name, int mostRows) => Guarded(() =>
    {
        using var xml = _package.Read(_parts[name]);
        var (rows, merged, number) = (new List<ReadRow>(), new List<MergedCells>(), 0);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "row")
            {
                number = xml.GetAttribute("r") is { } r && int.TryParse(r, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : number + 1;
                var hidden = xml.GetAttribute("hidden") is "1" or "true";
                if (Row(xml) is { Count: > 0 } cells)
                    rows.Add(new ReadRow(number, hidden, cells));
                if (rows.Count > mostRows)
                    throw new WorkbookException(WorkbookFault.TooManyRows);
            }
            else if (xml.LocalName == "mergeCell" && Block(xml.GetAttribute("ref")) is { } block)
            {
                merged.Add(block);
                if (merged.Count > MostMerged)
                    throw new WorkbookException(WorkbookFault.TooLargeInside);
            }
        }

        return new ReadSheet(name, rows, merged) { From1904 = _from1904 };
    });

    public void Dispose() => _package.Dispose();

    /// <summary>The day of a serial number.</summary>
    public static DateTime? DayOf(double serial, bool from1904)
    {
        var days = from1904 ? serial + 1462 : serial;
        return days is >= 1 and < 2_958_466 ? DateTime.FromOADate(days) : null;
    }

    private Dictionary<int, ReadCell> Row(XmlReader xml)
    {
        var cells = new Dictionary<int, ReadCell>();
        if (xml.IsEmptyElement)
            return cells;
        var column = -1;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row"))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
                continue;
            column = xml.GetAttribute("r") is { } r && Place(r) is { } place ? place.Column : column + 1;
            if (Cell(xml) is { } cell)
                cells[column] = cell;
        }

        return cells;
    }

    private ReadCell? Cell(XmlReader xml)
    {
        var (type, look) = (xml.GetAttribute("t") ?? "n", xml.GetAttribute("s"));
        if (xml.IsEmptyElement)
            return null;
        var (value, text, formula, depth) = ((string?)null, (StringBuilder?)null, false, xml.Depth);
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            formula |= xml.LocalName == "f";
            if (xml.LocalName == "v")
                value = Inner(xml);
            else if (xml.LocalName == "t")
                (text ??= new()).Append(Inner(xml));
            else if (xml.LocalName is "rPh")
                Pass(xml);
        }

        if (type == "inlineStr")
            return text is { Length: > 0 } ? new ReadCell(ReadKind.Text, SheetText.Unescaped(text.ToString())) : null;
        if (value is null)
            return formula ? new ReadCell(ReadKind.Error, "") : null;
        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _strings.Value.Count ? Text(_strings.Value[at]) : throw new WorkbookException(WorkbookFault.Damaged),
            "str" => Text(SheetText.Unescaped(value)),
            "b" => new ReadCell(ReadKind.Bool, value is "1" or "true" ? "是" : "否", value is "1" or "true" ? 1 : 0),
            "e" => new ReadCell(ReadKind.Error, value),
            "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) ? new ReadCell(ReadKind.Date, value, 0, moment) : Text(value),
            _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Number(value, number, look) : Text(value),
        };
    }

    private ReadCell Number(string text, double number, string? look)
    {
        var dated = int.TryParse(look, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _dates.Count && _dates[at];
        return dated && DayOf(number, _from1904) is { } day ? new ReadCell(ReadKind.Date, text, number, day) : new ReadCell(ReadKind.Number, text, number);
    }

    private static ReadCell? Text(string text) => text.Length == 0 ? null : new ReadCell(ReadKind.Text, text);

    private List<string> Strings(string part)
    {
        using var xml = _package.Read(part);
        var (strings, text) = (new List<string>(), new StringBuilder());
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                text.Clear();
                if (xml.IsEmptyElement)
                    strings.Add("");
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" })
            {
                text.Append(Inner(xml));
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                Pass(xml);
            }
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "si" })
            {
                strings.Add(SheetText.Unescaped(text.ToString()));
                if (strings.Count > MostStrings)
                    throw new WorkbookException(WorkbookFault.TooLargeInside);
            }
        }

        return strings;
    }

    private IReadOnlyList<bool> Looks(string part)
    {
        using var xml = _package.Read(part);
        return DateFormats.Of(xml);
    }

    private string? Part(string type, Dictionary<string, (string Type, string Target)> relations) =>
        relations.Values.FirstOrDefault(r => r.Type.EndsWith("/" + type, StringComparison.Ordinal)).Target is { } part && _package.Has(part) ? part : null;

    /// <summary>The text within an element; the reader stays on its end.</summary>
    private static string Inner(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var (text, depth) = (new StringBuilder(), xml.Depth);
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                text.Append(xml.Value);
        }

        return text.ToString();
    }

    /// <summary>Goes past an element and all that is in it: how a word is pronounced is not part of it.</summary>
    private static void Pass(XmlReader xml) => _ = Inner(xml);

    private static MergedCells? Block(string? reference) =>
        reference?.Split(':') is [var first, var last] && Place(first) is { } from && Place(last) is { } to ? new MergedCells(from.Row, from.Column, to.Row, to.Column) : null;

    private static (int Column, int Row)? Place(string name)
    {
        var (column, i) = (0, 0);
        for (; i < name.Length && char.IsAsciiLetter(name[i]) && i < 3; i++)
            column = column * 26 + (char.ToUpperInvariant(name[i]) - 'A' + 1);
        return i > 0 && int.TryParse(name.AsSpan(i), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? (column - 1, row) : null;
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException or IOException)
        {
            throw e is WorkbookException known ? known : new WorkbookException(WorkbookFault.Damaged, e);
        }
    }
}
