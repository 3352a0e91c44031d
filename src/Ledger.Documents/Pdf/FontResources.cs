using Ledger.Documents.Fonts;
using Ledger.Documents.Layout;

namespace Ledger.Documents.Pdf;

/// <summary>The embedded fonts of a document and the names its pages call them by.</summary>
internal sealed class FontResources
{
    private readonly Dictionary<(FontFace Face, uint Glyph, int CodePoint), (string Font, int Code)> drawings = [];

    public FontResources(PdfFile file, FontUsage usage)
    {
        var fonts = new List<string>();
        foreach (var face in usage.Faces)
        {
            var font = new EmbeddedFont(file, face, usage);
            for (var i = 0; i < font.LayerObjects.Count; i++)
            {
                var name = $"/F{fonts.Count + 1}";
                fonts.Add($"{name} {PdfSyntax.Ref(font.LayerObjects[i])}");
                foreach (var (glyph, codePoint) in usage.Layers(face)[i]) drawings[(face, glyph, codePoint)] = (name, font.CodeOf(glyph));
            }
        }

        Entry = $"/Font << {string.Join(' ', fonts)} >>";
    }

    /// <summary>The fonts' entry in the resource dictionary all pages share.</summary>
    public string Entry { get; }

    public (string Font, int Code) Of(PlacedGlyph glyph) => drawings[(glyph.Glyph.Face, glyph.Glyph.Id, glyph.CodePoint)];
}
