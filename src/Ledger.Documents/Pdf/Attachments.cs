using static Ledger.Documents.Pdf.PdfSyntax;

namespace Ledger.Documents.Pdf;

/// <summary>Files carried inside the PDF (ISO 19005-3, 6.8).</summary>
internal static class Attachments
{
    /// <summary>Writes the files; returns their specifications, by name.</summary>
    public static List<WrittenFile> Write(PdfFile file, OfficialDocument document)
    {
        var written = new List<WrittenFile>();
        foreach (var attached in document.Files)
        {
            var stream = file.AddStream(
                $"/Type /EmbeddedFile /Subtype {Name(attached.MediaType)} "
                + $"/Params << /Size {attached.Content.Length} /ModDate {Date(document.IssuedAt)} >>",
                attached.Content.ToArray(),
                compress: !attached.Plain);
            var specification = file.Add(
                $"<< /Type /Filespec /F {Text(attached.Name)} /UF {Text(attached.Name)} /Desc {Text(attached.Description)} "
                + $"/AFRelationship /{attached.Relationship} /EF << /F {Ref(stream)} /UF {Ref(stream)} >> >>");
            if (written.Exists(other => other.Name == attached.Name))
                throw new DocumentException($"附带文件重名：{attached.Name}。", $"Two attached files have the name {attached.Name}.");
            written.Add(new WrittenFile(attached.Name, specification));
        }

        written.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return written;
    }
}

internal sealed record WrittenFile(string Name, int Specification);
