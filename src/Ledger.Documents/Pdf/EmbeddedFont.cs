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
internal static class EmbeddedFont
{
    /// <summary>Writes the face and notes the codes of its glyphs; returns the font objects, one for each layer of its use.</summary>
    public static List<int> Write(PdfFile file, FaceUsage usage)
    {
        var glyphs = usage.Glyphs();
        var subset = Cut(usage.Face, glyphs);
        var name = $"{Tag(subset.File)}+{PlainName(usage.Face.Record)}";
        glyphs.Sort((one, other) => one.Code.CompareTo(other.Code));
        var descendant = AddDescendant(file, usage.Face, subset, name, Widths(glyphs));
        var layers = new List<int>();
        for (var layer = 0; layer < usage.Layers; layer++)
        {
            var toUnicode = file.AddStream("", ToUnicode.Write(glyphs, layer));
            layers.Add(file.Add(
                $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
                + $"/DescendantFonts [{Ref(descendant)}] /ToUnicode {Ref(toUnicode)} >>"));
        }

        return layers;
    }

    private static SubsetFont Cut(FontFace face, List<GlyphUsage> glyphs)
    {
        var ids = new uint[glyphs.Count];
        for (var i = 0; i < ids.Length; i++) ids[i] = glyphs[i].Glyph.Id;
        var subset = Subsetter.Cut(face, ids);
        var cids = subset.Cff is { } cff ? CffCharset.Read(cff) : null;
        for (var i = 0; i < ids.Length; i++) glyphs[i].Code = cids is null ? (int)subset.NewIds[i] : cids[subset.NewIds[i]];
        return subset;
    }

    private static int AddDescendant(PdfFile file, FontFace face, SubsetFont subset, string name, string widths)
    {
        var isCff = subset.Cff is not null;
        var program = file.AddPacked(isCff ? "/Subtype /CIDFontType0C" : $"/Length1 {subset.File.Length}", subset.Packed());
        var descriptor = file.Add(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{Box(face)}] /ItalicAngle 0 /Ascent 880 "
            + $"/Descent -120 /CapHeight 700 /StemV 80 /{(isCff ? "FontFile3" : "FontFile2")} {Ref(program)} >>");
        var kind = isCff ? "/CIDFontType0" : "/CIDFontType2 /CIDToGIDMap /Identity";
        return file.Add(
            $"<< /Type /Font /Subtype {kind} /BaseFont /{name} /FontDescriptor {Ref(descriptor)} /DW 1000 /W [{widths}] "
            + "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>");
    }

    /// <param name="glyphs">By ascending code.</param>
    private static string Widths(List<GlyphUsage> glyphs)
    {
        var widths = new List<string>();
        foreach (var glyph in glyphs)
        {
            var width = glyph.Glyph.Advance * 1000;
            if (Math.Abs(width - 1000) > 0.01) widths.Add(string.Create(CultureInfo.InvariantCulture, $"{glyph.Code}[{Number(width)}]"));
        }

        return string.Join(' ', widths);
    }

    private static string Box(FontFace face)
    {
        var head = face.Table("head");
        var scale = 1000.0 / face.UnitsPerEm;
        return $"{Edge(0)} {Edge(1)} {Edge(2)} {Edge(3)}";

        string Edge(int i) => Number(BinaryPrimitives.ReadInt16BigEndian(head.AsSpan(36 + 2 * i)) * scale);
    }

    // Six letters that name the subset: another subset of the same face must be called something else.
    private static string Tag(byte[] subset)
    {
        var (hash, tag) = (SHA256.HashData(subset), new StringBuilder());
        for (var i = 0; i < 6; i++) tag.Append((char)('A' + hash[i] % 26));
        return tag.ToString();
    }

    private static string PlainName(FaceRecord record)
    {
        var plain = new StringBuilder();
        foreach (var c in record.PostScriptName)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '_') plain.Append(c);
        }

        return plain.Length > 0 ? plain.ToString() : "Face";
    }
}
