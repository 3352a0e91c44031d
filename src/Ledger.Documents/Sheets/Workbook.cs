using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Ledger.Documents.Sheets;

/// <summary>
/// Writes an XLSX (ECMA-376) as its rows come, in memory that does not grow with them: a part is written through the
/// compressor, where a package that may be changed again would keep every part. It says nothing of when or where it was
/// made, so the same rows give the same bytes.
/// </summary>
public static class Workbook
{
    /// <summary>As it is served.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private static readonly DateTimeOffset FirstDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CloseOutput = true };

    /// <exception cref="DocumentException">More rows, or more text in a cell, than a workbook holds.</exception>
    public static async Task WriteAsync(Stream to, IReadOnlyList<Sheet> sheets, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        using var package = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        Part(package, "[Content_Types].xml", xml => WriteTypes(xml, sheets.Count));
        Part(package, "_rels/.rels", xml => WriteRelations(xml, [("officeDocument", "xl/workbook.xml")]));
        Part(package, "xl/workbook.xml", xml => WriteWorkbook(xml, sheets));
        Part(package, "xl/_rels/workbook.xml.rels", xml => WriteRelations(xml, [.. sheets.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")), ("styles", "styles.xml")]));
        Part(package, "xl/styles.xml", SheetStyles.Write);
        foreach (var (i, sheet) in sheets.Index())
        {
            using var xml = Open(package, $"xl/worksheets/sheet{i + 1}.xml");
            await SheetPart.WriteAsync(xml, sheet, first: i == 0, ct);
        }
    }

    private static void Part(ZipArchive package, string name, Action<XmlWriter> write)
    {
        using var xml = Open(package, name);
        write(xml);
    }

    private static XmlWriter Open(ZipArchive package, string name)
    {
        var entry = package.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = FirstDay;
        return XmlWriter.Create(entry.Open(), Settings);
    }

    private static void WriteTypes(XmlWriter xml, int sheets)
    {
        const string types = "http://schemas.openxmlformats.org/package/2006/content-types";
        xml.WriteStartElement("Types", types);
        Type("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Type("Default", "Extension", "xml", "application/xml");
        Type("Override", "PartName", "/xl/workbook.xml", $"{Content}.sheet.main+xml");
        Type("Override", "PartName", "/xl/styles.xml", $"{Content}.styles+xml");
        for (var i = 1; i <= sheets; i++)
            Type("Override", "PartName", $"/xl/worksheets/sheet{i}.xml", $"{Content}.worksheet+xml");
        xml.WriteEndElement();

        void Type(string element, string attribute, string of, string type)
        {
            xml.WriteStartElement(element, types);
            xml.WriteAttributeString(attribute, of);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    }

    private static void WriteRelations(XmlWriter xml, IReadOnlyList<(string Type, string Target)> relations)
    {
        xml.WriteStartElement("Relationships", Relations);
        foreach (var (i, (type, target)) in relations.Index())
        {
            xml.WriteStartElement("Relationship", Relations);
            xml.WriteAttributeString("Id", $"rId{i + 1}");
            xml.WriteAttributeString("Type", $"{Office}/{type}");
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteWorkbook(XmlWriter xml, IReadOnlyList<Sheet> sheets)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Office);
        xml.WriteRaw("<bookViews><workbookView activeTab=\"0\"/></bookViews>");
        xml.WriteStartElement("sheets", Main);
        foreach (var (i, sheet) in sheets.Index())
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", SheetName(sheet.Name));
            xml.WriteAttributeString("sheetId", $"{i + 1}");
            if (sheet.Hidden)
                xml.WriteAttributeString("state", "hidden");
            xml.WriteAttributeString("id", Office, $"rId{i + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        // The heading on every printed page.
        xml.WriteStartElement("definedNames", Main);
        foreach (var (i, sheet) in sheets.Index())
        {
            xml.WriteStartElement("definedName", Main);
            xml.WriteAttributeString("name", "_xlnm.Print_Titles");
            xml.WriteAttributeString("localSheetId", $"{i}");
            xml.WriteString($"'{SheetName(sheet.Name)}'!$1:$1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>At most 31 characters, and none of those that stand in references.</summary>
    private static string SheetName(string name)
    {
        var plain = string.Concat(name.Select(c => "[]:*?/\\'".Contains(c, StringComparison.Ordinal) ? '_' : c));
        return plain.Length <= 31 ? plain : plain[..31];
    }
}
