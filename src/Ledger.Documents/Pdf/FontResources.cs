using Ledger.Documents.Fonts;
using Ledger.Documents.Layout;

namespace Ledger.Documents.Pdf;

/// <summary>The embedded fonts of a document and the names its pages call them by.</summary>
internal sealed class FontResources
{
    private readonly Dictionary<FontFace, FontNames> names = [];

    public FontResources(PdfFile file, FontUsage usage)
    {
        var fonts = new List<string>();
        foreach (var face in usage.Faces)
        {
            var layers = new List<string>();
            foreach (var layer in EmbeddedFont.Write(file, face))
            {
                layers.Add($"/F{fonts.Count + 1}");
                fonts.Add($"{layers[^1]} {PdfSyntax.Ref(layer)}");
            }

            names[face.Face] = new FontNames(face, layers);
        }

        Entry = $"/Font << {string.Join(' ', fonts)} >>";
    }

    /// <summary>The fonts' entry in the resource dictionary all pages share.</summary>
    public string Entry { get; }

    public FontNames Of(FontFace face) => names[face];
}

/// <param name="Names">What the pages call the face's layers.</param>
internal sealed record FontNames(FaceUsage Usage, List<string> Names)
{
    public int LayerOf(PlacedGlyph glyph) => Usage.Of(glyph.Glyph).LayerOf(glyph.CodePoint);

    public int CodeOf(PlacedGlyph glyph) => Usage.Of(glyph.Glyph).Code;
}
