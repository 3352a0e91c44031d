using Ledger.Documents.Layout;

namespace Ledger.Documents.Pdf;

/// <summary>Writes the glyphs of a mark as text operators (ISO 32000-1, 9.4), one run for each layer of its face.</summary>
internal static class GlyphWriter
{
    public static void Write(ContentBuffer stream, TextMark text, FontNames font)
    {
        for (int from = 0, to; from < text.Glyphs.Count; from = to)
        {
            var layer = font.LayerOf(text.Glyphs[from]);
            for (to = from + 1; to < text.Glyphs.Count && font.LayerOf(text.Glyphs[to]) == layer; to++) { }
            Write(stream, text, from, to, font, layer);
        }
    }

    // The usual step from glyph to glyph goes into the character spacing; only what differs from it is written out.
    private static void Write(ContentBuffer stream, TextMark text, int from, int to, FontNames font, int layer)
    {
        var spacing = UsualSpacing.Of(text, from, to);
        var origin = text.Left + text.Glyphs[from].X;
        stream.Add(font.Names[layer]).Add(" ").Add(text.Size).Add(" Tf ").Add(spacing).Add(" Tc ");
        stream.Add("1 0 0 1 ").Add(origin).Add(" ").Add(-text.Baseline).Add(" Tm [<");
        var pen = Math.Round(origin, 3);
        for (var i = from; i < to; i++)
        {
            var glyph = text.Glyphs[i];
            var kern = Math.Round((pen - text.Left - glyph.X) * 1000 / text.Size);
            if (kern != 0) stream.Add(">").AddWhole((int)kern).Add("<");
            stream.AddCode(font.CodeOf(glyph));
            pen += glyph.Glyph.Advance * text.Size + spacing - kern * text.Size / 1000;
        }

        stream.Add(">] TJ\n");
    }
}
