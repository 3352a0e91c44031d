using Ledger.Documents.Fonts;
using Ledger.Documents.Layout;

namespace Ledger.Documents.Pdf;

/// <summary>
/// The glyphs of one face that a document draws, and for which characters. When one drawing stands for two characters
/// (a space and a full-width space), the second goes to another layer: a font of its own in the PDF that shares the
/// drawings but maps them back to the other character, so that copied text stays exact.
/// </summary>
internal sealed class FaceUsage(FontFace face)
{
    private readonly SparseTable<GlyphUsage> glyphs = new();

    public FontFace Face => face;

    /// <summary>How many characters the glyph with the most of them stands for.</summary>
    public int Layers { get; private set; }

    /// <summary>By ascending glyph number.</summary>
    public List<GlyphUsage> Glyphs() => glyphs.Entries();

    public GlyphUsage Of(Glyph glyph) => glyphs[(int)glyph.Id]!;

    public void Note(PlacedGlyph placed)
    {
        var usage = glyphs[(int)placed.Glyph.Id] ??= new GlyphUsage(placed.Glyph);
        if (usage.LayerOf(placed.CodePoint) >= 0) return;
        usage.Characters.Add(placed.CodePoint);
        Layers = Math.Max(Layers, usage.Characters.Count);
    }
}

/// <summary>A glyph in use.</summary>
internal sealed class GlyphUsage(Glyph glyph)
{
    public Glyph Glyph => glyph;

    /// <summary>The characters it stands for, one in each layer.</summary>
    public List<int> Characters { get; } = [];

    /// <summary>The two-byte code that draws it, known when the face has been cut.</summary>
    public int Code { get; set; }

    public int LayerOf(int codePoint) => Characters.IndexOf(codePoint);
}
