using System.Text.RegularExpressions;
using CsCheck;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Reports;
using Ledger.Domain.Tests.Figures;
using Ledger.Domain.Tests.Kinds;
using Ledger.Domain.Units;
using Ledger.Domain.Years;

namespace Ledger.Domain.Tests.Reports;

/// <summary>What holds for the shipped templates whatever a year was like.</summary>
public sealed partial class ComposerTests
{
    private const int Year = 2024;
    private static readonly string Folder = Path.GetFullPath(Path.Combine(GoldenFiles.Folder, "..", "..", "..", "seeds", "templates"));
    private static readonly Unit Unit = new() { Id = "u", Name = "测试中心", ShortName = "中心", Addressees = ["测试县人民政府"] };
    private static readonly IReadOnlyList<SectionOrder> Orders = TemplateFile.Orders(File.ReadAllText(Path.Combine(Folder, "orders.json")));

    private static readonly Dictionary<string, (string Source, TemplateFile File)> Templates = Directory.EnumerateFiles(Folder, "*.md")
        .ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => (File.ReadAllText(f), TemplateFile.Parse(Path.GetFileNameWithoutExtension(f), File.ReadAllText(f))));

    private static readonly ReportMatters Matters = new(
        [new(Guid.Empty, "合同送审不够及时", "个别合同临签才送审。", "没有明确送审期限", "定下送审期限", "已完成一半", "整改中", "合同送审前移")],
        [new(Guid.AllBitsSet, "合同送审前移", "签约前一律先审。", "进行中", true, "", "合同送审不够及时")],
        []);

    /// <summary>A year of random entries, some of its other zeros confirmed.</summary>
    private static readonly Gen<YearBook> Years = Gen.Select(EntryStory.OfAnyKind.Array[0, 40], Gen.Int[0, 5], (stories, nth) =>
    {
        var book = EntryStory.Books(stories.SelectMany(s => s)).GetValueOrDefault(Year) ?? YearBook.Empty(Year);
        var empty = Catalogue.Figures.Where((f, i) => i % 5 < nth && Figure.Read(f, book).State == FigureState.NeverEntered);
        return book with { NilReturns = empty.Aggregate(book.NilReturns, (nil, f) => nil.SetItem(f.Code, new NilReturnConfirmed(Year, f.Code, "审核员乙", "没有发生"))) };
    });

    public static TheoryData<string> Codes => [.. Templates.Keys.Order()];

    [Theory, MemberData(nameof(Codes))]
    public void no_sentence_has_a_number_that_is_no_figure(string code) => Years.Sample(book =>
    {
        var report = Render(code, book);
        Assert.DoesNotContain(report.Findings, f => f.Rule == "typed-number");
        Assert.All(report.Blocks.Where(b => b.Level == 0).SelectMany(b => b.Runs).Where(r => r.Figure is null), run => Assert.DoesNotMatch(@"\d", YearNumber().Replace(run.Text, "")));
        Assert.All(report.Blocks.SelectMany(b => b.Runs).Where(r => r.Figure is not null), run => Assert.NotNull(Catalogue.FindFigure(run.Figure!.Split('/')[0])));
    }, iter: 100);

    [Theory, MemberData(nameof(Codes))]
    public void no_section_is_empty(string code) => Years.Sample(book =>
    {
        foreach (var report in (ReportModel[])[Render(code, book), Render(code, book, Matters)])
        {
            for (var i = 0; i < report.Blocks.Count; i++)
            {
                if (report.Blocks[i].Level > 0)
                    Assert.True(i + 1 < report.Blocks.Count && (report.Blocks[i + 1].Level == 0 || report.Blocks[i + 1].Level > report.Blocks[i].Level), report.Blocks[i].Text);
            }
        }
    }, iter: 60);

    [Theory, MemberData(nameof(Codes))]
    public void a_figure_that_was_confirmed_to_be_nothing_is_said_to_be_nothing(string code)
    {
        var sentences = Sentence().Matches(Templates[code].Source).Select(m => (
            Phrase: m.Groups["nil"].Value,
            Figures: FigureCode().Matches(m.Groups["body"].Value).Select(f => Catalogue.FindFigure(f.Groups["code"].Value)).ToList()))
            // Of plans and shortcomings is told only where there are any.
            .Where(s => s.Figures.Count > 0 && s.Figures.All(f => f is not null && !f.Code.StartsWith("plan-", StringComparison.Ordinal) && !f.Code.StartsWith("shortcomings-", StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(sentences);
        Years.Sample(book =>
        {
            var text = string.Concat(Render(code, book).Blocks.Select(b => b.Text));
            foreach (var (phrase, figures) in sentences)
            {
                var read = figures.Select(f => Figure.Read(f!, book)).ToList();
                if (read.All(f => f.State == FigureState.NilConfirmed))
                    Assert.Contains(phrase.Length > 0 ? phrase : $"经确认，本年度{string.Join("、", read.Select(f => f.Name).Distinct())}为零。", text, StringComparison.Ordinal);
                else if (phrase.Length > 0 && read.Any(f => f.Value != 0 && f.Breakdown.Count == 0))
                    Assert.DoesNotContain(phrase, text, StringComparison.Ordinal);
            }
        }, iter: 60);
    }

    [Fact]
    public void every_order_places_every_part_once_and_says_the_same()
    {
        var template = Templates["annual-report"].File;
        Assert.Equal(["first-person", "regulation", "outline", "themes"], Orders.Select(o => o.Code));
        Assert.All(Orders, order => Assert.Empty(SectionOrder.Check(template, order.Sections)));
        Years.Sample(book =>
        {
            var said = Orders.Select(o => Paragraphs(template.With(o.Sections).Render(Input(book, ReportMatters.None)))).ToList();
            Assert.All(said, s => Assert.Equal(said[0], s));
        }, iter: 20);
    }

    [Fact]
    public void an_order_that_leaves_something_out_or_says_it_twice_is_refused()
    {
        var template = Templates["annual-report"].File;
        var sections = Orders[0].Sections;
        Assert.NotEmpty(SectionOrder.Check(template, [.. sections.Skip(1)]));
        Assert.NotEmpty(SectionOrder.Check(template, [.. sections, sections[0]]));
        Assert.NotEmpty(SectionOrder.Check(template, [.. sections.Skip(1), new OrderedSection(Heading: "{{ 1 }}", Parts: ["leadership", "decision", "oversight", "duty-study"])]));
    }

    [Fact]
    public void shortcomings_are_told_with_cause_measure_and_counterpart()
    {
        var text = string.Concat(Render("annual-report", YearBook.Empty(Year), Matters).Blocks.Select(b => b.Text));
        Assert.Contains("（一）合同送审不够及时个别合同临签才送审。主要原因是没有明确送审期限。整改措施是定下送审期限，目前整改中：已完成一半。下一年度以“合同送审前移”继续解决。", text, StringComparison.Ordinal);
        Assert.Contains("2025年，签约前一律先审。针对“合同送审不够及时”的问题安排", text, StringComparison.Ordinal);
        Assert.DoesNotContain("依法办事的本领还不够过硬", text, StringComparison.Ordinal);
    }

    private static List<string> Paragraphs(ReportModel report) => [.. report.Blocks.Where(b => b.Level == 0).Select(b => b.Text).Order(StringComparer.Ordinal)];

    private static ReportModel Render(string code, YearBook book, ReportMatters? matters = null) => Templates[code].File.With(null).Render(Input(book, matters ?? ReportMatters.None));

    private static ReportInput Input(YearBook book, ReportMatters matters) => new() { Unit = Unit, Year = Year, Book = book, IssuedOn = new(2025, 2, 20), Matters = matters };

    [GeneratedRegex(@"\d{4}年|12345(?= ?(热线|受理|办结|办理))")]
    private static partial Regex YearNumber();

    [GeneratedRegex("""\{% sentence(?: "(?<nil>[^"]*)")? %\}(?<body>.*?)\{% endsentence %\}""")]
    private static partial Regex Sentence();

    [GeneratedRegex("""\{\{ "(?<code>[a-z-]+)" \| figure""")]
    private static partial Regex FigureCode();
}
