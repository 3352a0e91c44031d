using Ledger.Documents.Fonts;
using Ledger.Documents.Layout;

namespace Ledger.Documents.Pdf;

/// <summary>Which faces a document is set in, in the order of their first use, and which of their glyphs it draws.</summary>
internal sealed class FontUsage
{
    private readonly Dictionary<FontFace, FaceUsage> known = [];
    private readonly List<FaceUsage> faces = [];

    public FontUsage(IEnumerable<PageContent> pages)
    {
        foreach (var mark in pages.SelectMany(page => page.Marks).OfType<TextMark>())
        {
            if (!known.TryGetValue(mark.Face, out var face)) faces.Add(known[mark.Face] = face = new FaceUsage(mark.Face));
            foreach (var glyph in mark.Glyphs) face.Note(glyph);
        }
    }

    public IReadOnlyList<FaceUsage> Faces => faces;

    public FaceUsage Of(FontFace face) => known[face];
}
