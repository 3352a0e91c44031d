using System.Globalization;
using System.Xml;

namespace Ledger.Documents.Sheets;

/// <summary>Which looks of a workbook show a number as a day.</summary>
internal static class DateFormats
{
    /// <summary>By the number that a cell names its look with.</summary>
    public static IReadOnlyList<bool> Of(XmlReader styles)
    {
        var (custom, looks, inCells) = (new Dictionary<int, bool>(), new List<bool>(), false);
        while (styles.Read())
        {
            if (styles.NodeType == XmlNodeType.EndElement && styles.LocalName == "cellXfs")
                inCells = false;
            if (styles.NodeType != XmlNodeType.Element)
                continue;
            if (styles.LocalName == "cellXfs")
                inCells = !styles.IsEmptyElement;
            else if (styles.LocalName == "numFmt" && Id(styles.GetAttribute("numFmtId")) is { } id)
                custom[id] = IsDate(styles.GetAttribute("formatCode") ?? "");
            else if (inCells && styles.LocalName == "xf")
                looks.Add(Id(styles.GetAttribute("numFmtId")) is { } format && (custom.TryGetValue(format, out var date) ? date : IsBuiltIn(format)));
        }

        return looks;
    }

    /// <summary>Those of ECMA-376 §18.8.30 that are days, the ones of Chinese editions included.</summary>
    private static bool IsBuiltIn(int format) => format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    /// <summary>A year or a day in it, outside of quotation marks, brackets and escapes.</summary>
    private static bool IsDate(string code)
    {
        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            var c = code[i];
            if (c == '"')
                quoted = !quoted;
            else if (quoted)
                continue;
            else if (c is '\\' or '_' or '*')
                i++;
            else if (c is '[' or ']')
                bracketed = c == '[';
            else if (!bracketed && c is 'y' or 'Y' or 'd' or 'D')
                return true;
        }

        return false;
    }

    private static int? Id(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
