using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ledger.Documents.Fonts;
using static Ledger.Documents.Pdf.PdfSyntax;

namespace Ledger.Documents.Pdf;

/// <summary>
/// One face inside the file, cut down to its glyphs in use (ISO 32000-1, 9.7): a CID font over CFF or TrueType outlines,
/// addressed by two-byte codes.
/// </summary>
internal sealed class EmbeddedFont
{
    private readonly Dictionary<uint, int> codes = [];
    private readonly List<int> layerObjects = [];

    public EmbeddedFont(PdfFile file, FontFace face, FontUsage usage)
    {
        var layers = usage.Layers(face);
        var advances = usage.Advances(face);
        var subset = Subsetter.Cut(face, [.. advances.Keys]);
        var cff = subset.Cff;
        var cids = cff is null ? null : CffCharset.Read(cff);
        foreach (var glyph in advances.Keys)
        {
            var id = (int)subset.NewIds[glyph];
            codes[glyph] = cids is null ? id : cids[id];
        }

        var name = $"{Tag(subset.File)}+{PlainName(face.Record)}";
        var descendant = AddDescendant(file, face, subset, cff, name, Widths(advances));
        foreach (var layer in layers)
        {
            var toUnicode = file.AddStream("", ToUnicode.Write(layer.Select(pair => (codes[pair.Key], pair.Value))));
            layerObjects.Add(file.Add(
                $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
                + $"/DescendantFonts [{Ref(descendant)}] /ToUnicode {Ref(toUnicode)} >>"));
        }
    }

    /// <summary>The font objects, one for each layer of the face's use.</summary>
    public IReadOnlyList<int> LayerObjects => layerObjects;

    /// <summary>The two-byte code that draws a glyph of the whole face.</summary>
    public int CodeOf(uint glyph) => codes[glyph];

    private static int AddDescendant(PdfFile file, FontFace face, SubsetFont subset, byte[]? cff, string name, string widths)
    {
        var program = cff is null
            ? file.AddPacked($"/Length1 {subset.File.Length}", subset.Packed())
            : file.AddPacked("/Subtype /CIDFontType0C", subset.Packed());
        var descriptor = file.Add(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{Box(face)}] /ItalicAngle 0 /Ascent 880 "
            + $"/Descent -120 /CapHeight 700 /StemV 80 /{(cff is null ? "FontFile2" : "FontFile3")} {Ref(program)} >>");
        var kind = cff is null ? "/CIDFontType2 /CIDToGIDMap /Identity" : "/CIDFontType0";
        return file.Add(
            $"<< /Type /Font /Subtype {kind} /BaseFont /{name} /FontDescriptor {Ref(descriptor)} /DW 1000 /W [{widths}] "
            + "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>");
    }

    private string Widths(IReadOnlyDictionary<uint, double> advances) => string.Join(
        ' ',
        advances.Select(pair => (Code: codes[pair.Key], Width: pair.Value * 1000))
            .Where(entry => Math.Abs(entry.Width - 1000) > 0.01)
            .OrderBy(entry => entry.Code)
            .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Code}[{Number(entry.Width)}]")));

    private static string Box(FontFace face)
    {
        var head = face.Table("head");
        var scale = 1000.0 / face.UnitsPerEm;
        return string.Join(' ', Enumerable.Range(0, 4).Select(i => Number(BinaryPrimitives.ReadInt16BigEndian(head.AsSpan(36 + 2 * i)) * scale)));
    }

    // Six letters that name the subset: another subset of the same face must be called something else.
    private static string Tag(byte[] subset) =>
        string.Concat(SHA256.HashData(subset).Take(6).Select(b => (char)('A' + b % 26)));

    private static string PlainName(FaceRecord record)
    {
        var plain = new StringBuilder();
        foreach (var c in record.PostScriptName.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) plain.Append(c);
        return plain.Length > 0 ? plain.ToString() : "Face";
    }
}
