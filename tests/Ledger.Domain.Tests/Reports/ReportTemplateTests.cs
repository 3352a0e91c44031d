using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Reports;
using Ledger.Domain.Units;
using Ledger.Domain.Years;

namespace Ledger.Domain.Tests.Reports;

public sealed class ReportTemplateTests
{
    private static readonly Unit Unit = new() { Id = "u", Name = "测试中心", ShortName = "中心", Addressees = ["测试县人民政府"] };

    private static readonly YearBook Book = YearBook.Empty(2023)
        .Add(Service(LegalServiceType.ContractReview))
        .Add(Service(LegalServiceType.ContractReview))
        .Add(Service(LegalServiceType.Consultation))
        .Add(new LawOutreachHeld { OccurredOn = new(2023, 5, 1), Scene = OutreachScene.Village, Leaflets = new Count(300, Precision.Approximate) });

    [Fact]
    public void a_figure_in_prose_carries_its_code_and_prints_its_value()
    {
        var report = Render("""全年提供法律服务{{ "legal-service" | figure }}次。""");
        Assert.Equal(
            [new ReportRun("全年提供法律服务"), new ReportRun("3", "legal-service"), new ReportRun("次。")],
            report.Blocks.Single().Runs);
    }

    [Fact]
    public void a_part_of_a_split_is_named_behind_a_slash() =>
        Assert.Contains(new ReportRun("2", "legal-service/contract-review"), Render("""{{ "legal-service" | figure: "contract-review" }}""").Blocks.Single().Runs);

    [Fact]
    public void an_approximate_sum_prints_its_remainder() =>
        Assert.Equal("发放资料300余份。", Render("""发放资料{{ "law-outreach-leaflets" | figure }}份。""").Blocks.Single().Text);

    [Fact]
    public void a_rate_over_nothing_prints_a_dash() =>
        Assert.Equal("合格率—。", Render("""合格率{{ "law-exam-pass-rate" | figure }}。""").Blocks.Single().Text);

    [Fact]
    public void a_sentence_whose_figures_are_all_zero_is_left_out() =>
        Assert.Equal("前。后。", Render("""前。{% sentence %}考试{{ "law-exams" | figure }}次。{% endsentence %}后。""").Blocks.Single().Text);

    [Fact]
    public void a_sentence_with_one_figure_above_zero_stays() =>
        Assert.Equal("考试0次，服务3次。", Render("""{% sentence %}考试{{ "law-exams" | figure }}次，服务{{ "legal-service" | figure }}次。{% endsentence %}""").Blocks.Single().Text);

    [Fact]
    public void a_confirmed_zero_prints_its_nil_phrase()
    {
        var book = Book with { NilReturns = Book.NilReturns.Add("litigations", new NilReturnConfirmed(2023, "litigations", "办公室", "全年未收到应诉通知")) };
        Assert.Equal("未发生行政诉讼。", Render(Litigation, book).Blocks.Single().Text);
    }

    [Fact]
    public void a_zero_nobody_confirmed_claims_nothing_and_is_a_finding()
    {
        var report = Render(Litigation);
        Assert.Empty(report.Blocks);
        Assert.Equal("nil-unconfirmed", report.Findings.Single().Rule);
    }

    [Fact]
    public void headings_are_numbered_as_the_layout_standard_has_them()
    {
        var report = Render("## 甲\n\n### 子\n\n### 丑\n\n## 乙\n\n### 寅\n\n#### 卯");
        Assert.Equal(["一、甲", "（一）子", "（二）丑", "二、乙", "（一）寅", "1.卯"], report.Blocks.Select(b => b.Text));
    }

    [Theory]
    [InlineData("*不是强调*，[不是链接](figure:legal-service)，<b>不是标签</b>")]
    [InlineData("# 不是标题")]
    [InlineData("- 不是列表")]
    [InlineData("1. 不是编号")]
    [InlineData("> 不是引用 \\ `不是代码`")]
    public void what_a_person_writes_is_text_and_never_markup(string text) =>
        Assert.Equal(text, Render("""{% prose "a" %}原文{% endprose %}""", prose: new() { ["a"] = text }).Blocks.Single().Text);

    [Fact]
    public void a_person_may_print_a_figure_in_prose() =>
        Assert.Equal("共3次。", Render("""{% prose "a" %}原文{% endprose %}""", prose: new() { ["a"] = """共{{ "legal-service" | figure }}次。""" }).Blocks.Single().Text);

    [Fact]
    public void prose_that_runs_template_tags_is_refused() =>
        Assert.Throws<ReportTemplateException>(() => ReportTemplate.CheckProse("{% for i in (1..9) %}x{% endfor %}"));

    [Theory]
    [InlineData("共开展活动20次。", "20")]
    [InlineData("覆盖率达到98.5%。", "98.5%")]
    public void a_typed_number_is_a_finding(string text, string number) =>
        Assert.Equal(number, Render(text).Findings.Single().Text);

    [Theory]
    [InlineData("2023年，2024年度，12月4日，5月。")]
    [InlineData("依据〔2023〕3号文件。")]
    public void dates_and_document_numbers_are_no_typed_numbers(string text) => Assert.Empty(Render(text).Findings);

    [Fact]
    public void a_figure_that_does_not_exist_is_named() =>
        Assert.Contains("no-such", Assert.Throws<ReportTemplateException>(() => Render("""{{ "no-such" | figure }}""")).Message, StringComparison.Ordinal);

    [Fact]
    public void a_template_that_cannot_be_read_says_where() =>
        Assert.Throws<ReportTemplateException>(() => ReportTemplate.Parse("{% sentence %}没有结束"));

    private const string Litigation = """{% sentence "未发生行政诉讼。" %}办结{{ "litigations" | figure }}件。{% endsentence %}""";

    private static ReportModel Render(string template, YearBook? book = null, Dictionary<string, string>? prose = null) =>
        ReportTemplate.Parse(template).Render(new ReportInput { Unit = Unit, Year = 2023, Book = book ?? Book, Prose = prose ?? [], IssuedOn = new DateOnly(2024, 2, 26) });

    private static LegalServiceProvided Service(LegalServiceType type) =>
        new() { OccurredOn = new(2023, 3, 1), Service = type, Adviser = "法律顾问A律师" };
}
