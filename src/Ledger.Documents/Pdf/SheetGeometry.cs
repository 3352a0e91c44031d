using Ledger.Documents.Layout;
using static Ledger.Documents.Pdf.PdfSyntax;

namespace Ledger.Documents.Pdf;

/// <summary>
/// From the frame's coordinates (points from its top left, downward) to the sheet's (points from the bottom left, upward).
/// A turned frame lies a quarter turn to the left: its top along the sheet's left edge, on odd and even pages alike (8).
/// </summary>
internal sealed class SheetGeometry(PageStyle style)
{
    /// <summary>The matrix that puts a frame on the sheet; inside it, y runs upward from the frame's top left.</summary>
    public string Matrix(Frame frame) => frame.Landscape
        ? $"0 1 -1 0 {Number(style.Left)} {Number(Bottom)}"
        : $"1 0 0 1 {Number(style.Left)} {Number(style.PageHeight - style.Top)}";

    public (double X, double Y) OnSheet(Frame frame, double x, double y) => frame.Landscape
        ? (style.Left + y, Bottom + x)
        : (style.Left + x, style.PageHeight - style.Top - y);

    /// <summary>The rectangle of a link on the sheet.</summary>
    public string Rectangle(Frame frame, LinkArea area) => Rectangle(frame, area.Left, area.Top, area.Right, area.Bottom);

    /// <summary>The rectangle of a picture on the sheet.</summary>
    public string Rectangle(Frame frame, FigureArea area) => Rectangle(frame, area.Left, area.Top, area.Right, area.Bottom);

    private string Rectangle(Frame frame, double left, double top, double right, double bottom)
    {
        var (x1, y1) = OnSheet(frame, left, top);
        var (x2, y2) = OnSheet(frame, right, bottom);
        return $"{Number(Math.Min(x1, x2))} {Number(Math.Min(y1, y2))} {Number(Math.Max(x1, x2))} {Number(Math.Max(y1, y2))}";
    }

    /// <summary>A destination that shows the place at the window's top without changing the zoom.</summary>
    public string Destination(Frame frame, int page, double top)
    {
        var (x, y) = OnSheet(frame, 0, top);
        return $"[{Ref(page)} /XYZ {Number(frame.Landscape ? x : 0)} {Number(y)} null]";
    }

    private double Bottom => style.PageHeight - style.Top - style.Height;
}
