using System.Xml.Linq;
using Ledger.Documents.Tests.Fixtures;

namespace Ledger.Documents.Tests.Html;

public class HtmlTests
{
    private static readonly string Html = HtmlRenderer.Render(Samples.Report with { SampleMark = "样例数据（虚构）" });

    [Fact]
    public void a_figure_leads_to_its_row_and_carries_its_code()
    {
        Assert.Contains("<a href=\"#figure-legal-service\" data-figure=\"legal-service\">20</a>", Html, StringComparison.Ordinal);
        Assert.Contains("<tr id=\"figure-legal-service\">", Html, StringComparison.Ordinal);
    }

    [Fact]
    public void a_figure_without_a_row_keeps_its_code_and_leads_nowhere() =>
        Assert.Contains("<span data-figure=\"no-row\">7</span>", Html, StringComparison.Ordinal);

    [Fact]
    public void the_page_fetches_nothing_and_runs_nothing()
    {
        foreach (var forbidden in new[] { "<script", "src=", "@import", "url(", "<link" })
            Assert.DoesNotContain(forbidden, Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void text_is_escaped()
    {
        var html = HtmlRenderer.Render(Samples.Empty with { Body = [new Paragraph("<b>&\"引号\"</b>")], Note = "<i>" });
        Assert.Contains("&lt;b&gt;&amp;&quot;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void every_element_is_closed()
    {
        var body = Html[Html.IndexOf("<article>", StringComparison.Ordinal)..Html.IndexOf("</body>", StringComparison.Ordinal)];
        var article = XElement.Parse(System.Text.RegularExpressions.Regex.Replace(body, "<(wbr|col)( [^>]*)?>", ""));
        Assert.Equal(3, article.Descendants().Count(element => element.Name.LocalName is "h1" or "h2" && element.Ancestors("section").Any() || element.Name == "h1"));
        Assert.All(article.Descendants("thead").Descendants("th"), cell => Assert.Equal("col", cell.Attribute("scope")?.Value));
    }

    [Fact]
    public void title_addressee_date_and_mark_are_there()
    {
        Assert.Contains("<h1>沈丘县招商服务中心<wbr>关于2023年度法治政府建设情况的报告</h1>", Html, StringComparison.Ordinal);
        Assert.Contains("沈丘县人民政府：", Html, StringComparison.Ordinal);
        Assert.Contains("<time datetime=\"2024-01-05\">2024年1月5日</time>", Html, StringComparison.Ordinal);
        Assert.Contains("样例数据（虚构）", Html, StringComparison.Ordinal);
    }
}
