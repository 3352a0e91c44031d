using Ledger.Documents.Charts;
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

    private static string Figure(string look, string content, string? caption)
    {
        var line = caption is { Length: > 0 } ? $"<figcaption>{Escape(caption)}</figcaption>" : "";
        return $"<figure class=\"{look}\">{content}{line}</figure>\n";
    }
}
