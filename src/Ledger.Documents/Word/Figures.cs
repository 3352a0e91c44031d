using Ledger.Documents.Drawings;
using Ledger.Documents.Images;
using Ledger.Documents.Layout;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Word;

/// <summary>Charts and pictures on a line of their own (ECMA-376, part 1, 20.4): charts stay drawings that Word can change.</summary>
internal sealed class Figures(WordPackage package)
{
    private const double Emu = 12700;

    private int written;

    public W.Drawing Of(Drawing drawing, string name, string alternative) =>
        Inline(drawing.Width, drawing.Height, name, alternative, "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", DrawingMl.Group(drawing));

    /// <param name="width">The type area's width, in twips.</param>
    public W.Drawing Of(Image image, int width)
    {
        var picture = Picture.Read(image);
        var (type, file) = picture switch { JpegPicture jpeg => ("jpeg", jpeg.TurnedFile), PngPicture png => ("png", png.File), _ => throw new InvalidOperationException("A picture is JPEG or PNG.") };
        var style = PageStyle.Standard;
        var scale = Math.Min(style.Pixel, Math.Min(width / 20.0 / picture.ShownWidth, (style.Height - 3 * style.Pitch) / picture.ShownHeight));
        var content = DrawingMl.Picture(package.AddPicture(type, file), image.Name, scale * picture.ShownWidth, scale * picture.ShownHeight);
        return Inline(scale * picture.ShownWidth, scale * picture.ShownHeight, image.Name, image.AlternativeText, "http://schemas.openxmlformats.org/drawingml/2006/picture", content);
    }

    private W.Drawing Inline(double width, double height, string name, string alternative, string kind, string content) => new(
        $"<w:drawing {DrawingMl.Namespaces}><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
        + $"<wp:extent cx=\"{Length(width)}\" cy=\"{Length(height)}\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/>"
        + $"<wp:docPr id=\"{FormattableString.Invariant($"{++written}")}\" name=\"{DrawingMl.Escape(name)}\" descr=\"{DrawingMl.Escape(alternative)}\"/><wp:cNvGraphicFramePr/>"
        + $"<a:graphic><a:graphicData uri=\"{kind}\">{content}</a:graphicData></a:graphic></wp:inline></w:drawing>");

    /// <summary>Points in the unit of drawings: 914 400 to the inch.</summary>
    public static string Length(double points) => FormattableString.Invariant($"{(long)Math.Round(points * Emu)}");
}
