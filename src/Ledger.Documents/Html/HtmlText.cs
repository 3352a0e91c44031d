using System.Net;
using System.Text;

namespace Ledger.Documents.Html;

/// <summary>Runs as HTML: figures and links become anchors that keep the figure's code.</summary>
internal sealed class HtmlText(IReadOnlySet<string> anchors)
{
    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A named place as an element's id: <c>figure:legal-service</c> becomes <c>figure-legal-service</c>.</summary>
    public static string Id(string? anchor) => anchor is null ? "" : $" id=\"{Escape(anchor.Replace(':', '-'))}\"";

    public string Runs(IEnumerable<Run> runs)
    {
        var html = new StringBuilder();
        foreach (var run in runs) html.Append(Of(run));
        return html.ToString();
    }

    private string Of(Run run)
    {
        var text = Escape(run.Text);
        if (run.Strong) text = $"<strong>{text}</strong>";
        var code = run.FigureCode is null ? "" : $" data-figure=\"{Escape(run.FigureCode)}\"";
        var target = Layout.Anchors.DestinationOf(run, anchors.Contains) is { } place ? $"#{place.Replace(':', '-')}"
            : run.Link is { } link ? LinkAddress.Of(link)
            : null;
        if (target is not null) return $"<a href=\"{Escape(target)}\"{code}>{text}</a>";
        return code.Length == 0 ? text : $"<span{code}>{text}</span>";
    }
}
