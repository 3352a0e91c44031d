namespace Ledger.Documents.Fonts;

/// <summary>A character's drawing in one face.</summary>
/// <param name="Id">The glyph's number in the whole face.</param>
/// <param name="Advance">Its width in em.</param>
/// <param name="InkTop">The highest ink above the baseline, in em.</param>
internal sealed record Glyph(FontFace Face, uint Id, double Advance, double InkTop);

/// <summary>Finds the drawing of a character in a role's chain; null when no face has it. All the layout knows of fonts.</summary>
internal delegate Glyph? GlyphLookup(FontRole role, int codePoint);
