using System.Text;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Reports;
using Ledger.Domain.Units;
using Ledger.Domain.Years;

namespace Ledger.Domain.Tests.Reports;

public sealed class ClaimTests
{
    private const string Services = """{% sentence %}服务{{ "legal-service" | figure }}次。{% endsentence %}""";
    private const string Both = """{% sentence %}服务{{ "legal-service" | figure }}次，应诉{{ "litigations" | figure }}件。{% endsentence %}""";
    private const string Litigations = """{% sentence "未发生行政诉讼。" %}应诉{{ "litigations" | figure }}件。{% endsentence %}""";

    private static readonly YearBook Nothing = YearBook.Empty(2023);
    private static readonly YearBook Served = Nothing.Add(new LegalServiceProvided { OccurredOn = new(2023, 3, 1), Service = LegalServiceType.Consultation, Adviser = "法律顾问A律师" });
    private static readonly YearBook Confirmed = Nothing with { NilReturns = Nothing.NilReturns.Add("litigations", new NilReturnConfirmed(2023, "litigations", "办公室", "全年未收到应诉通知")) };

    [Fact]
    public void a_sentence_whose_numbers_were_counted_is_backed() =>
        Assert.Equal((Backing.Backed, "服务1次。"), Only(Services, Served));

    [Fact]
    public void a_sentence_of_which_a_part_is_unknown_is_partly_backed_and_names_it()
    {
        var claim = Claims(Both, Served).Single();
        Assert.Equal(Backing.Partly, claim.Backing);
        Assert.Equal(["litigations"], claim.Unknown.Select(f => f.Code));
    }

    [Fact]
    public void a_sentence_that_nobody_knows_anything_of_is_said_as_it_would_be() =>
        Assert.Equal((Backing.Missing, "应诉0件。"), Only(Litigations, Nothing));

    [Fact]
    public void nothing_that_somebody_confirmed_is_known() =>
        Assert.Equal((Backing.Nothing, "应诉0件。"), Only(Litigations, Confirmed));

    [Fact]
    public void words_of_the_template_are_told_from_those_of_a_person()
    {
        const string template = """{% prose "a" %}原文{% endprose %}""";
        Assert.Equal((Backing.Template, "原文"), Only(template, Nothing));
        Assert.Equal((Backing.Worded, "我们写的"), Only(template, Nothing, new() { ["a"] = "我们写的" }));
    }

    [Fact]
    public void a_number_in_prose_is_backed_like_any_other() =>
        Assert.Equal((Backing.Backed, "共1次"), Only("""{% prose "a" %}原文{% endprose %}""", Served, new() { ["a"] = """共{{ "legal-service" | figure }}次""" }));

    [Fact]
    public void each_is_under_its_heading()
    {
        var claims = Claims($"# 题\n\n{Services}\n\n## 甲\n\n### 子\n\n{Services}{Litigations}\n\n## 乙\n\n{Services}", Served);
        Assert.Equal(["题", "（一）子", "（一）子", "二、乙"], claims.Select(c => c.Place));
    }

    [Fact]
    public void a_report_frozen_before_says_the_same_bytes_whatever_is_known_of_its_claims()
    {
        var report = Render(Services, Served, []);
        Assert.NotEmpty(report.Claims);
        Assert.DoesNotContain("claims", Encoding.UTF8.GetString(CanonicalJson.Bytes(report)), StringComparison.OrdinalIgnoreCase);
    }

    private static (Backing, string) Only(string template, YearBook book, Dictionary<string, string>? prose = null)
    {
        var claim = Claims(template, book, prose).Single();
        return (claim.Backing, claim.Text);
    }

    private static IReadOnlyList<Claim> Claims(string template, YearBook book, Dictionary<string, string>? prose = null) => Render(template, book, prose ?? []).Claims;

    private static ReportModel Render(string template, YearBook book, Dictionary<string, string> prose) =>
        ReportTemplate.Parse(template).Render(new ReportInput
        {
            Unit = new Unit { Id = "u", Name = "测试中心", ShortName = "中心", Addressees = ["测试县人民政府"] },
            Year = 2023,
            Book = book,
            Prose = prose,
            IssuedOn = new DateOnly(2024, 2, 26),
        });
}
