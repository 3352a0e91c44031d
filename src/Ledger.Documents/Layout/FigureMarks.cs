using Ledger.Documents.Drawings;

namespace Ledger.Documents.Layout;

/// <summary>Puts a picture on a page.</summary>
internal static class FigureMarks
{
    /// <param name="top">From the frame's top to the picture's.</param>
    public static void Add(PageContent page, PageStyle style, FigureItem figure, double top)
    {
        page.Figures.Add(new FigureArea(figure.Node, figure.Left, top, figure.Left + figure.Width, top + figure.Height));
        if (figure is PictureItem shown)
            page.Marks.Add(new PictureMark(shown.Node, shown.Picture, shown.Left, top, shown.Width, shown.Height));
        if (figure is DrawingItem drawn) Add(page, style, drawn, top);
    }

    private static void Add(PageContent page, PageStyle style, DrawingItem drawn, double top)
    {
        foreach (var shape in drawn.Drawing.Shapes.Where(shape => shape is not Label))
            page.Marks.Add(new ShapeMark(drawn.Node, shape, drawn.Left, top));
        foreach (var label in drawn.Labels)
            LineMarks.Add(page, style, new FixedLine(label.Line, label.Size, drawn.Left + label.Left, top + label.Baseline, drawn.Node));
    }
}
