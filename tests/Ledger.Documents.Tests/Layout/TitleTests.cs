using CsCheck;
using Ledger.Documents.Layout;
using Ledger.Documents.Tests.Fixtures;

namespace Ledger.Documents.Tests.Layout;

public class TitleTests
{
    // Words that make no other word where two of them meet.
    private static readonly string[] Known = ["法律顾问", "年度报告", "营商环境", "明细表", "规范性文件", "通知", "委员会", "招商服务", "印发", "统计调查", "清单", "口径"];

    private static readonly Gen<string[]> Words = Gen.Int[0, Known.Length - 1].Array[1, 12].Select(at => at.Select(i => Known[i]).ToArray());

    [Theory]
    [InlineData("沈丘县招商服务中心关于2023年度法治政府建设情况的报告", "沈丘县招商服务中心", "沈丘县招商服务中心|关于2023年度法治政府建设情况的报告")]
    [InlineData("2023年度法治政府建设主要指标统计表", null, "2023年度法治政府建设主要指标统计表")]
    [InlineData("关于2023年度法治政府建设情况的报告", null, "关于2023年度法治政府建设情况的报告")]
    public void a_title_breaks_where_the_sense_allows(string title, string? issuer, string expected) =>
        Assert.Equal(expected, string.Join('|', Lines(title, issuer)));

    [Theory]
    [InlineData("沈丘县人民政府办公室关于印发沈丘县2023年度法治政府建设工作要点和任务分工方案的通知", "沈丘县人民政府办公室")]
    [InlineData("周口市沈丘县招商服务中心关于2023年度党政主要负责人履行推进法治建设第一责任人职责情况的报告", "周口市沈丘县招商服务中心")]
    [InlineData("沈丘县招商服务中心关于贯彻落实法治政府建设实施方案工作情况的补充报告", null)]
    public void no_line_tears_a_word_or_is_longer_than_twenty_characters(string title, string? issuer)
    {
        var lines = Lines(title, issuer);
        Assert.Equal(title, string.Concat(lines));
        Assert.All(lines, line => Assert.True(FakeGlyphs.Clusters(line).Sum(c => c.Width) <= 20 * FakeGlyphs.Style.Cell + 0.01));
        foreach (var word in new[] { "法治政府", "建设", "工作", "方案", "责任人", "职责", "情况", "报告", "通知", "关于", "办公室", "落实" })
        {
            for (var at = title.IndexOf(word, StringComparison.Ordinal); at >= 0; at = title.IndexOf(word, at + 1, StringComparison.Ordinal))
                Assert.Contains(Enumerable.Range(0, lines.Count), i => Start(lines, i) <= at && at + word.Length <= Start(lines, i + 1));
        }
    }

    [Fact]
    public void whatever_the_title_no_known_word_is_torn_and_every_line_fits() => Words.Sample(words =>
    {
        var (title, lines) = (string.Concat(words), Lines(string.Concat(words), null));
        if (title != string.Concat(lines) || lines.Exists(line => FakeGlyphs.Clusters(line).Sum(c => c.Width) > 20 * FakeGlyphs.Style.Cell + 0.01)) return false;
        var ends = Enumerable.Range(0, words.Length + 1).Select(i => words.Take(i).Sum(word => word.Length)).ToHashSet();
        return Enumerable.Range(1, lines.Count).All(i => ends.Contains(Start(lines, i)));
    });

    [Fact]
    public void a_title_of_several_hundred_characters_is_still_broken_quickly()
    {
        var title = string.Concat(Enumerable.Repeat("关于法治政府建设情况的报告", 30));
        Assert.Equal(title, string.Concat(Lines(title, null)));
    }

    [Theory]
    [InlineData("沈丘县招商服务中心关于2023年度法治政府建设情况的报告", "沈丘县招商服务中心")]
    [InlineData("沈丘县人民政府办公室关于印发沈丘县2023年度法治政府建设工作要点和任务分工方案的通知", "沈丘县人民政府办公室")]
    [InlineData("周口市沈丘县招商服务中心关于2023年度党政主要负责人履行推进法治建设第一责任人职责情况的报告", "周口市沈丘县招商服务中心")]
    [InlineData("沈丘县招商服务中心关于贯彻落实法治政府建设实施方案工作情况的补充报告", null)]
    [InlineData("沈丘县招商服务中心关于做好2024年度法治宣传教育和普法依法治理工作的实施方案", "沈丘县招商服务中心")]
    [InlineData("关于沈丘县招商服务中心2023年度依法行政工作情况和2024年度工作计划的请示", null)]
    public void clause_7_3_1_the_lines_make_a_trapezoid_or_a_diamond(string title, string? issuer)
    {
        var widths = Lines(title, issuer).Select(line => FakeGlyphs.Clusters(line).Sum(c => c.Width)).ToList();
        var widest = widths.IndexOf(widths.Max());
        Assert.True(widths.Count > 1);
        Assert.All(Enumerable.Range(1, widths.Count - 1), i => Assert.True(i <= widest ? widths[i] >= widths[i - 1] : widths[i] <= widths[i - 1]));
        Assert.True(widths.Min() > 0.3 * widths.Max());
    }

    private static int Start(List<string> lines, int index) => lines.Take(index).Sum(line => line.Length);

    private static List<string> Lines(string title, string? issuer)
    {
        var flow = new Flow(FakeGlyphs.Style, FakeGlyphs.Find, new HashSet<string>());
        flow.StartPage(landscape: false);
        TitleFlow.Add(flow, title, issuer);
        return [.. flow.Items.OfType<TextItem>().Select(item => item.Line.Text)];
    }
}
