using System.IO.Compression;
using System.Text;
using Ledger.Api.Importing;
using Ledger.Domain.Kinds;
using Ledger.Log.Editions;
using Ledger.Log.Notes;
using Ledger.Log.Tree;
using Microsoft.AspNetCore.Http;

namespace Ledger.Fuzz;

/// <summary>What takes bytes or text from strangers. An exception is a finding, and so is an answer that cannot be.</summary>
internal static class Targets
{
    private static readonly DateOnly Today = new(2023, 6, 30);
    private static readonly KindDefinition Kind = Catalogue.FindKind("law-study")!;

    private static readonly (string Name, string Text)[] Around =
    [
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
    ];

    public static IReadOnlyDictionary<string, Action<byte[]>> All { get; } = new Dictionary<string, Action<byte[]>>
    {
        ["sentence"] = b => Sentence(Encoding.UTF8.GetString(b)),
        ["sheet"] = b => Import(Wrapped(b)),
        ["workbook"] = Import,
        ["note"] = b => Note(Encoding.UTF8.GetString(b)),
    };

    private static void Sentence(string text)
    {
        var (readings, problems) = Domain.Sentences.Sentence.Read(text, Today);
        Must(readings.Count <= 4 && (problems.Count == 0 || readings.Count == 0), "more readings than there may be");
        Must(readings.All(r => r.Confidence is >= 0 and <= 1), "a confidence that is none");
    }

    private static void Import(byte[] file)
    {
        var (table, refusal) = ImportTable.Read(file, Kind, new DefaultHttpContext());
        Must(table is null != refusal is null, "neither read nor refused");
        if (table is not null)
            _ = new ImportReader(table, Kind, "u1", Today).Rows().Count();
    }

    private static void Note(string text)
    {
        Same(text, VerifierKey.Parse(text)?.ToString(), text.Trim());
        // Lines behind the third are whoever wrote them's.
        Must(Checkpoint.Parse(text) is not { } parsed || text.StartsWith(parsed.Text, StringComparison.Ordinal), text);
        Same(text, SignedNote.Parse(text)?.ToString(), text);
        if (EditionProof.Parse(Encoding.UTF8.GetBytes(text)) is { } edition)
            _ = EditionCheck.Log(edition, VerifierKey.Parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")!);
        if (TlogProof.Parse(text) is not { } proof)
            return;
        Same(text, proof.ToString(), text);
        if (Checkpoint.Parse(proof.Note.Text) is not { } checkpoint)
            return;
        _ = Inclusion.Verify(proof.Index, checkpoint.Size, Merkle.Empty, proof.Hashes, checkpoint.Root);
        _ = Consistency.Verify(proof.Index, Merkle.Empty, checkpoint.Size, checkpoint.Root, proof.Hashes);
        _ = ManyLeaves.Root([(proof.Index, Merkle.Empty)], checkpoint.Size, proof.Hashes);
    }

    /// <summary>The bytes as the one sheet of a workbook: mutations of what is packed would hardly ever get so far.</summary>
    private static byte[] Wrapped(byte[] sheet)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Around.Select(a => (a.Name, Encoding.UTF8.GetBytes(a.Text))).Append(("xl/worksheets/sheet1.xml", sheet)))
            {
                using var part = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                part.Write(content);
            }
        }

        return file.ToArray();
    }

    /// <summary>What was read comes out as it went in.</summary>
    private static void Same(string text, string? again, string expected) => Must(again is null || again == expected, $"{text} came out as {again}");

    private static void Must(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
