using Ledger.Documents.Fonts;
using Ledger.Documents.Layout;

namespace Ledger.Documents.Pdf;

/// <summary>The embedded fonts of a document and the names its pages call them by.</summary>
internal sealed class FontResources
{
    private readonly FontUsage usage;
    private readonly Dictionary<FontFace, (EmbeddedFont Font, int First)> embedded = [];

    public FontResources(PdfFile file, FontUsage usage)
    {
        this.usage = usage;
        var names = new List<string>();
        foreach (var face in usage.Faces)
        {
            var font = new EmbeddedFont(file, face, usage);
            embedded[face] = (font, names.Count + 1);
            names.AddRange(font.LayerObjects.Select((id, i) => $"/F{names.Count + i + 1} {PdfSyntax.Ref(id)}"));
        }

        Resources = file.Add($"<< /Font << {string.Join(' ', names)} >> >>");
    }

    /// <summary>The resource dictionary all pages share.</summary>
    public int Resources { get; }

    public (string Font, int Code) Of(PlacedGlyph glyph)
    {
        var (font, first) = embedded[glyph.Glyph.Face];
        return ($"/F{first + usage.LayerOf(glyph)}", font.CodeOf(glyph.Glyph.Id));
    }
}
