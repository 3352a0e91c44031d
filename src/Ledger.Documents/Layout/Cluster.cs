using Ledger.Documents.Fonts;

namespace Ledger.Documents.Layout;

/// <summary>A drawn character with its place on the line, in points from the line's left.</summary>
internal sealed record PlacedGlyph(Glyph Glyph, int CodePoint, double X, StyledRun Run);

/// <summary>A piece of text that is never broken; its glyphs' places count from its own left edge.</summary>
/// <param name="Mark">The squeezable full-width mark the piece consists of, else 0.</param>
internal sealed record Cluster(IReadOnlyList<PlacedGlyph> Glyphs, double Width, bool IsSpace, int Mark)
{
    public bool MayStart => !IsSpace && Kinsoku.MayStart(Glyphs[0].CodePoint);

    public bool MayEnd => Kinsoku.MayEnd(Glyphs[^1].CodePoint);
}

/// <summary>A set line: every glyph in its place, from the text's first to its last character.</summary>
/// <param name="Width">From the line's left edge to the end of its last piece.</param>
internal sealed record Line(IReadOnlyList<PlacedGlyph> Glyphs, double Width)
{
    public string Text => string.Concat(Glyphs.Select(g => char.ConvertFromUtf32(g.CodePoint)));
}
