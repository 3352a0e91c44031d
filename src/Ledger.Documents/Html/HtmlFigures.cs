using Ledger.Documents.Charts;
using Ledger.Documents.Images;
using Ledger.Documents.Layout;
using static Ledger.Documents.Html.HtmlText;

namespace Ledger.Documents.Html;

/// <summary>Charts and images with the line below them.</summary>
internal static class HtmlFigures
{
    /// <summary>The chart alone, without its table.</summary>
    public static string Of(Chart chart) => Figure(
        "chart",
        SvgDrawing.Of(ChartDrawing.Of(chart, PageStyle.Standard.Width), chart.Caption, ChartWords.Of(chart)),
        chart.Caption);

    /// <summary>The picture itself inside the page, which fetches nothing.</summary>
    public static string Of(Image image)
    {
        var picture = Picture.Read(image);
        var (type, file) = picture switch { JpegPicture jpeg => ("jpeg", jpeg.TurnedFile), PngPicture png => ("png", png.File), _ => ("", []) };
        var content = $"<img src=\"data:image/{type};base64,{Convert.ToBase64String(file)}\" alt=\"{Escape(image.AlternativeText)}\" "
            + $"width=\"{picture.ShownWidth}\" height=\"{picture.ShownHeight}\"/>";
        return Figure("picture", content, image.Caption);
    }

    private static string Figure(string look, string content, string? caption)
    {
        var line = caption is { Length: > 0 } ? $"<figcaption>{Escape(caption)}</figcaption>" : "";
        return $"<figure class=\"{look}\">{content}{line}</figure>\n";
    }
}
