using Ledger.Domain.Reports;
using Ledger.Domain.Wording;

namespace Ledger.Domain.Tests.Wording;

public sealed class WordingTests
{
    private const string Head = "样例县招商服务中心\n关于2023年度法治政府建设情况的报告\n中共样例县委、样例县人民政府：\n";
    private const string End = "\n招商项目协议都先审查。\n招商承诺逐条兑现。\n样例县招商服务中心\n2024年2月26日";

    [Theory]
    [InlineData("L-01", "1、 组织领导", "1、")]
    [InlineData("L-01", "（2） 依法决策", "（2）")]
    [InlineData("L-01", "1、先审查，再讨论，后签约，重大事项集体决定，不同意见如实记录在案，会后按月对账。", "1、")]
    [InlineData("L-02", "开展法制宣传。", "法制宣传")]
    [InlineData("L-03", "一、推进政务公开\n坚持民主决策。", "政务公开")]
    [InlineData("L-04", "三、存在的不足和整改情况\n个别干部学习不深入。", "整改情况")]
    [InlineData("L-05", "建立健全法律顾问、做好换届工作。", "建立健全法律顾问")]
    [InlineData("L-06", "把学法引入党员先进性教育活动。", "先进性教育活动")]
    [InlineData("L-06", "落实“七五”普法规划。", "“七五”普法")]
    [InlineData("L-07", "持续加强学习，不断深入基层，切实全面落实。", "持续、加强、不断、深入、切实、全面")]
    [InlineData("L-09", "全年提供法律服务20次。", "20次")]
    [InlineData("L-11", "现将工作汇报如下：一年来依法办事。", "汇报如下")]
    [InlineData("P-01", "先审查,再签约。", ",")]
    [InlineData("P-02", "第一、抓学习。", "第一、")]
    [InlineData("P-02", "分为（一）、学习和（二）、考试。", "（一）、")]
    [InlineData("P-04", "学习《民法典。", "《》")]
    [InlineData("P-05", "发放折页、口袋书...等。", "...")]
    [InlineData("P-06", "12月4号是国家宪法日。", "12月4号")]
    [InlineData("P-07", "2023年05月10日。", "05月")]
    [InlineData("P-08", "23年5月举办讲座。", "23年")]
    [InlineData("P-09", "走访１２家企业。", "１２")]
    [InlineData("P-09", "每月2-3次。", "2-3")]
    public void is_found_with_its_place(string rule, string text, string found)
    {
        var finding = Find(text).First(f => f.Rule == rule);
        Assert.Equal(found, finding.Text);
        Assert.NotEmpty(finding.Message);
        Assert.NotEmpty(finding.Place);
    }

    [Theory]
    [InlineData("L-01", "一、组织领导\n（一）依法决策\n1.先审查\n（1）再签约")]
    [InlineData("L-02", "重大执法决定法制审核全覆盖，县司法局法制机构参与。")]
    [InlineData("L-03", "一、推进政务公开\n主动公开信息，接受监督。")]
    [InlineData("L-04", "三、存在的不足和整改情况\n学习不深入。已完成整改，逐项销号。")]
    [InlineData("L-05", "建立健全法律顾问制度、做好换届工作。")]
    [InlineData("L-06", "落实“八五”普法规划，开展主题党日。")]
    [InlineData("L-07", "持续学习，加强检查。")]
    [InlineData("L-11", "现将有关情况报告如下：")]
    [InlineData("P-01", "按照GB/T 9704,采用统一格式；比例为3:1。")]
    [InlineData("P-02", "第一，抓学习；第二，抓考试。（一）组织领导")]
    [InlineData("P-04", "学习《民法典》（合同编），做到“三个先”。")]
    [InlineData("P-06", "12月4日是国家宪法日，住在12号楼。")]
    [InlineData("P-07", "2023年5月10日、10月20日。")]
    [InlineData("P-08", "2023年5月，近20年来，15年的工作。")]
    [InlineData("P-09", "印发〔2023〕3-1号，走访12家，每月2—3次。")]
    public void good_wording_is_left_alone(string rule, string text) =>
        Assert.DoesNotContain(Find(text), f => f.Rule == rule);

    [Fact]
    public void who_it_is_for_who_says_it_and_when_are_asked_for()
    {
        var findings = WordingRules.Find(WordedText.Read("样例县招商服务中心关于2023年度法治政府建设情况的报告\n样例县人民政府：\n一年来依法办事。\n"));
        Assert.Contains(findings, f => f is { Rule: "L-08" } && f.Message.Contains("党委", StringComparison.Ordinal));
        Assert.Equal(["成文日期", "署名"], findings.Where(f => f.Rule == "L-12").Select(f => f.Text));
        Assert.Equal("招商", findings.Single(f => f.Rule == "L-10").Text);
        Assert.Empty(WordingRules.Find(WordedText.Read(Head + "一年来依法办事。" + End)));
    }

    [Fact]
    public void any_text_is_read_to_its_end()
    {
        var random = new Random(20240226);
        const string signs = "一二（）()12、.，。：“”《》…\n法制宣传建立健全持续加强年月日号~- ";
        for (var i = 0; i < 2000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(0, 80)).Select(_ => signs[random.Next(signs.Length)])]);
            Assert.All(WordingRules.Find(WordedText.Read(text)), f => Assert.NotEmpty(f.Message));
        }
    }

    [Fact]
    public void every_rule_has_a_code_of_its_own_and_a_source()
    {
        Assert.Equal(WordingRules.All.Count, WordingRules.All.Select(r => r.Code).Distinct().Count());
        Assert.All(WordingRules.All, r => Assert.NotEmpty(r.Source));
    }

    /// <summary>A real report of 2023, where its text lies beside the checkout: each defect that people found in it is found.</summary>
    [Fact]
    public void a_real_report_yields_every_defect_that_people_found_in_it()
    {
        var path = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../shared/data/report-2023.txt"));
        Assert.SkipUnless(File.Exists(path), "没有参考报告，跳过 (no reference report beside the checkout)");
        var text = WordedText.Read(File.ReadAllText(path));
        var findings = WordingRules.Find(text);
        Assert.Empty(Enumerable.Range(1, 12).Select(n => $"L-{n:00}").Except(findings.Select(f => f.Rule)));
        Assert.Equal(4, findings.Count(f => f is { Rule: "L-02", Text: "法制宣传" }));
        Assert.Equal(40, StockWords.Count(text));
        Assert.Contains(findings, f => f is { Rule: "L-09", Text: "20次" });
        Assert.Contains(findings, f => f is { Rule: "L-03", Text: "政务公开" });
    }

    private static IReadOnlyList<Finding> Find(string text) => WordingRules.Find(WordedText.Read(Head + text + End));
}
