using System.Globalization;
using System.Xml;

namespace Ledger.Documents.Word;

/// <summary>What the file says of itself (ECMA-376, part 2, 11): the same as the PDF's metadata, its one date that of the issue.</summary>
internal static class CoreProperties
{
    private const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Terms = "http://purl.org/dc/terms/";
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public static byte[] Of(OfficialDocument document) => WordPackage.Bytes(xml => Write(xml, document));

    private static void Write(XmlWriter xml, OfficialDocument document)
    {
        var issued = document.IssuedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteAttributeString("xmlns", "dcterms", null, Terms);
        xml.WriteAttributeString("xmlns", "xsi", null, Instance);
        xml.WriteElementString("dc", "title", DublinCore, WordText.Clean(document.Title));
        xml.WriteElementString("dc", "creator", DublinCore, WordText.Clean(document.Author));
        if (document.Identifier is { } identifier) xml.WriteElementString("dc", "identifier", DublinCore, WordText.Clean(identifier));
        xml.WriteElementString("dc", "language", DublinCore, document.Language);
        foreach (var name in new[] { "created", "modified" })
        {
            xml.WriteStartElement("dcterms", name, Terms);
            xml.WriteAttributeString("xsi", "type", Instance, "dcterms:W3CDTF");
            xml.WriteString(issued);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
