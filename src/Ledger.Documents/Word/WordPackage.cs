using System.Security.Cryptography;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;

namespace Ledger.Documents.Word;

/// <summary>
/// The parts of a Word file and how they hang together (ECMA-376, part 2). Written here and not by the library's own
/// packaging, whose ids and dates are of the moment.
/// </summary>
internal sealed class WordPackage
{
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Wordprocessing = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static readonly XmlWriterSettings Xml = new() { Encoding = new UTF8Encoding(false) };

    private readonly List<(string Type, string Target, bool External)> relations = [];
    private readonly List<(string Name, string Type, byte[] Content)> parts = [];

    /// <summary>The id by which the document knows an address.</summary>
    public string Link(string address) => Relate("hyperlink", address, external: true);

    /// <summary>Adds a part below the document, and says by which id the document knows it.</summary>
    /// <param name="kind">e.g. <c>footer</c>: the kind of its relationship and, in the library's words, of its content.</param>
    public string Add(string name, string kind, OpenXmlElement root)
    {
        parts.Add(($"word/{name}.xml", $"{Wordprocessing}{kind}+xml", Bytes(root.WriteTo)));
        return Relate(kind, $"{name}.xml", external: false);
    }

    /// <summary>Adds a picture, once for the same bytes, and says by which id the document knows it.</summary>
    /// <param name="type">jpeg or png.</param>
    public string AddPicture(string type, byte[] content)
    {
        var name = $"media/{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}.{type}";
        if (!parts.Exists(part => part.Name == $"word/{name}")) parts.Add(($"word/{name}", $"image/{type}", content));
        return Relate("image", name, external: false);
    }

    /// <summary>The file.</summary>
    public byte[] Bytes(OpenXmlElement document, byte[] properties)
    {
        List<(string Name, string Type, byte[] Content)> all =
        [
            ("word/document.xml", $"{Wordprocessing}document.main+xml", Bytes(document.WriteTo)),
            .. parts,
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", properties),
        ];
        (string, string, bool)[] roots =
        [
            ($"{Office}officeDocument", "word/document.xml", false),
            ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml", false),
        ];
        return Zip.Of(
        [
            ("[Content_Types].xml", Bytes(xml => WriteTypes(xml, all))),
            ("_rels/.rels", Bytes(xml => WriteRelations(xml, roots))),
            ("word/_rels/document.xml.rels", Bytes(xml => WriteRelations(xml, relations))),
            .. all.Select(part => (part.Name, part.Content)),
        ]);
    }

    public static byte[] Bytes(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Xml))
        {
            xml.WriteStartDocument(standalone: true);
            write(xml);
        }

        return stream.ToArray();
    }

    private string Relate(string type, string target, bool external)
    {
        var relation = ($"{Office}{type}", target, external);
        if (!relations.Contains(relation)) relations.Add(relation);
        return Id(relations.IndexOf(relation));
    }

    private static string Id(int index) => FormattableString.Invariant($"rId{index + 1}");

    private static void WriteTypes(XmlWriter xml, IEnumerable<(string Name, string Type, byte[] Content)> parts)
    {
        xml.WriteStartElement("Types", Types);
        Write(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Write(xml, "Default", ("Extension", "xml"), ("ContentType", "application/xml"));
        foreach (var (name, type, _) in parts) Write(xml, "Override", ("PartName", $"/{name}"), ("ContentType", type));
        xml.WriteEndElement();
    }

    private static void WriteRelations(XmlWriter xml, IReadOnlyList<(string Type, string Target, bool External)> relations)
    {
        xml.WriteStartElement("Relationships", Relationships);
        for (var i = 0; i < relations.Count; i++)
        {
            var (type, target, external) = relations[i];
            (string, string)[] mode = external ? [("TargetMode", "External")] : [];
            Write(xml, "Relationship", [("Id", Id(i)), ("Type", type), ("Target", target), .. mode]);
        }

        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (key, value) in attributes) xml.WriteAttributeString(key, value);
        xml.WriteEndElement();
    }
}
