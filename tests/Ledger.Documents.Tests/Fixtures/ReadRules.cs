using Ledger.Documents.Layout;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics.Colors;

namespace Ledger.Documents.Tests.Fixtures;

/// <summary>A straight line of a page, in millimetres from the sheet's top left.</summary>
public sealed record ReadRule(double Left, double Top, double Right, double Bottom, double Thickness, (double Red, double Green, double Blue) Colour)
{
    public bool IsHorizontal => Bottom - Top < 0.01;

    public double Width => Right - Left;
}

public static class ReadRules
{
    public static (double Red, double Green, double Blue) Red => (1, 0, 0);

    /// <summary>The page's lines from top to bottom.</summary>
    public static List<ReadRule> Rules(this Page page) =>
    [
        .. page.Paths.Where(path => path.IsStroked).Select(path =>
        {
            var box = path.GetBoundingRectangle()!.Value;
            const double mm = PageStyle.Millimetre;
            return new ReadRule(box.Left / mm, 297 - box.Top / mm, box.Right / mm, 297 - box.Bottom / mm, path.LineWidth / mm, Of(path.StrokeColor));
        }).OrderBy(rule => rule.Top),
    ];

    public static (double Red, double Green, double Blue) Colour(this Letter letter) => Of(letter.Color);

    private static (double, double, double) Of(IColor? colour) => colour?.ToRGBValues() ?? (0, 0, 0);
}
