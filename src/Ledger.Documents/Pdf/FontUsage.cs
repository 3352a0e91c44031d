using Ledger.Documents.Fonts;
using Ledger.Documents.Layout;

namespace Ledger.Documents.Pdf;

/// <summary>
/// Which glyphs of which faces a document draws, and for which characters. When one drawing stands for two characters
/// (a space and a full-width space), the second goes to another layer: a font of its own in the PDF that shares the
/// drawings but maps them back to the other character, so that copied text stays exact.
/// </summary>
internal sealed class FontUsage
{
    private readonly Dictionary<FontFace, List<SortedDictionary<uint, int>>> layers = [];
    private readonly Dictionary<FontFace, SortedDictionary<uint, double>> advances = [];

    public FontUsage(IEnumerable<PageContent> pages)
    {
        foreach (var glyph in pages.SelectMany(page => page.Marks).OfType<TextMark>().SelectMany(mark => mark.Glyphs)) Note(glyph);
    }

    /// <summary>The faces in the order of their first use.</summary>
    public List<FontFace> Faces { get; } = [];

    /// <summary>From glyph number to character, layer by layer.</summary>
    public IReadOnlyList<SortedDictionary<uint, int>> Layers(FontFace face) => layers[face];

    /// <summary>From glyph number to its width in em.</summary>
    public IReadOnlyDictionary<uint, double> Advances(FontFace face) => advances[face];

    private void Note(PlacedGlyph placed)
    {
        if (!layers.TryGetValue(placed.Glyph.Face, out var known))
        {
            layers[placed.Glyph.Face] = known = [];
            advances[placed.Glyph.Face] = [];
            Faces.Add(placed.Glyph.Face);
        }

        advances[placed.Glyph.Face][placed.Glyph.Id] = placed.Glyph.Advance;
        foreach (var layer in known)
        {
            if (layer.TryAdd(placed.Glyph.Id, placed.CodePoint) || layer[placed.Glyph.Id] == placed.CodePoint) return;
        }

        known.Add(new SortedDictionary<uint, int> { [placed.Glyph.Id] = placed.CodePoint });
    }
}
