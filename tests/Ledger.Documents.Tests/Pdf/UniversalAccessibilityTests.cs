using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Ledger.Documents.Tests.Fixtures;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Tokens;

namespace Ledger.Documents.Tests.Pdf;

/// <summary>ISO 14289-1 (PDF/UA-1) of the formal report.</summary>
public sealed class FormalReportAccessibilityTests() : UniversalAccessibilityTests(WithEverything(FormalSamples.Report));

/// <summary>ISO 14289-1 (PDF/UA-1) of a letter, whose head and lines are drawn otherwise.</summary>
public sealed class LetterAccessibilityTests() : UniversalAccessibilityTests(WithEverything(FormalSamples.Letter));

/// <summary>ISO 14289-1 (PDF/UA-1), clause by clause, on a document that has everything.</summary>
public abstract class UniversalAccessibilityTests(OfficialDocument document) : IDisposable
{
    private static readonly string[] Standard =
    [
        "Document", "H1", "H2", "H3", "H4", "H5", "H6", "P", "Table", "Caption", "TR", "TH", "TD", "L", "LI", "LBody", "Link", "Span", "Figure", "Form",
    ];

    private static Table Spanned { get; } = new()
    {
        Columns = [new("类别"), new("指标"), new("本年"), new("上年")],
        Head =
        [
            new TableRow([new TableCell("类别") { RowSpan = 2 }, new TableCell("指标") { RowSpan = 2 }, new TableCell("数量") { ColumnSpan = 2 }]),
            TableRow.Of("本年", "上年"),
        ],
        Rows = [new TableRow([new TableCell("学习") { RowSpan = 2 }, new("甲"), new("1"), new("2")]) { Headed = true }, TableRow.Of("乙", "3", "4")],
    };

    private static readonly ConcurrentDictionary<LayoutProfile, byte[]> Rendered = new();

    private readonly byte[] bytes = Rendered.GetOrAdd(document.Profile, _ => PdfRenderer.Render(document, TestFonts.Library, new SignatureField()).Bytes);
    private TaggedPdf? opened;

    private TaggedPdf Pdf => opened ??= new(bytes);

    protected static OfficialDocument WithEverything(OfficialDocument plain) => plain with
    {
        Title = Samples.Report.Title,
        SampleMark = "样例数据（虚构）",
        Body = [.. Samples.Report.Body, .. SampleCharts.All, new Image("现场.jpg", Pictures.Jpeg(), "现场照片") { Caption = "照片1" }],
        Annexes = [.. Samples.Report.Annexes, new Annex("宽表", [Samples.Statistics(30), Spanned, SampleCharts.Stacked]) { Landscape = true }],
    };

    public void Dispose()
    {
        opened?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void it_says_what_it_is_in_which_language_and_shows_its_title()
    {
        var packet = Encoding.UTF8.GetString(bytes);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", packet, StringComparison.Ordinal);
        Assert.Contains("<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>", packet, StringComparison.Ordinal);
        Assert.Contains($"<rdf:li xml:lang=\"x-default\">{Samples.Report.Title}</rdf:li>", packet, StringComparison.Ordinal);
        Assert.True(Pdf.Find<BooleanToken>(Pdf.Dictionary(Pdf.Catalog, "MarkInfo"), "Marked")!.Data);
        Assert.True(Pdf.Find<BooleanToken>(Pdf.Dictionary(Pdf.Catalog, "ViewerPreferences"), "DisplayDocTitle")!.Data);
        Assert.Equal("zh-CN", Pdf.Find<HexToken>(Pdf.Catalog, "Lang")!.Data);
    }

    [Fact]
    public void every_element_is_of_a_standard_type_below_one_document()
    {
        Assert.Equal("Document", Pdf.Root.Type);
        Assert.All(Pdf.All, element => Assert.Contains(element.Type, Standard));
        Assert.Single(Pdf.Of("Document"));
    }

    [Fact]
    public void headings_begin_with_the_title_and_leave_out_no_level()
    {
        var levels = Pdf.All.Where(element => Regex.IsMatch(element.Type, "^H[1-6]$")).Select(element => element.Type[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.Equal(1, levels.Count(level => level == 1));
        for (var i = 1; i < levels.Count; i++) Assert.True(levels[i] <= levels[i - 1] + 1);
    }

    [Fact]
    public void all_that_is_drawn_is_tagged_or_an_artifact()
    {
        using var read = PdfDocument.Open(bytes);
        var pieces = 0;
        foreach (var page in read.GetPages())
        {
            var open = 0;
            foreach (var operation in page.Operations)
            {
                if (operation.Operator is "BDC" or "BMC") Assert.Equal(1, ++open);
                else if (operation.Operator == "EMC") Assert.Equal(0, --open);
                else if (operation.Operator is "Tj" or "TJ" or "S" or "f" or "b" or "Do" or "B") Assert.Equal(1, open);
                if (operation is BeginMarkedContentWithProperties { Properties: DictionaryToken marked } && marked.ContainsKey(NameToken.Mcid)) pieces++;
            }

            Assert.Equal(0, open);
        }

        Assert.True(pieces > 300);
        Assert.Equal(pieces, Pdf.All.Sum(element => element.Pieces));
    }

    [Fact]
    public void every_page_is_walked_through_by_its_structure() =>
        Assert.All(Pdf.PageDictionaries, page =>
        {
            Assert.Equal("S", Pdf.Find<NameToken>(page, "Tabs")?.Data);
            Assert.NotNull(Pdf.Find<NumericToken>(page, "StructParents"));
        });

    [Fact]
    public void tables_are_regular_and_every_head_cell_says_what_it_heads()
    {
        Assert.NotEmpty(Pdf.Of("Table"));
        foreach (var table in Pdf.Of("Table"))
        {
            Assert.All(table.Children, child => Assert.Contains(child.Type, new[] { "Caption", "TR" }));
            var rows = table.Children.Where(child => child.Type == "TR").ToList();
            Assert.All(rows, row => Assert.All(row.Children, cell => Assert.Contains(cell.Type, new[] { "TH", "TD" })));
            Assert.Contains(rows, row => row.Children.Any(cell => cell.Type == "TH"));
            Assert.Single(Widths(rows).Distinct());
        }

        Assert.All(Pdf.Of("TH"), cell => Assert.True(cell.HasAttribute("Scope")));
        Assert.All(Pdf.Of("TD").Concat(Pdf.Of("TH")), cell => Assert.Equal("TR", cell.Parent?.Type));
        Assert.All(Pdf.Of("TR"), row => Assert.Equal("Table", row.Parent?.Type));
    }

    /// <summary>How many columns each row fills, the cells reaching down into it counted.</summary>
    private IEnumerable<int> Widths(List<TaggedElement> rows)
    {
        var reaching = new int[rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            var width = reaching[row];
            foreach (var cell in rows[row].Children)
            {
                var columns = Span(cell, "ColSpan");
                width += columns;
                for (var below = row + 1; below < row + Span(cell, "RowSpan"); below++) reaching[below] += columns;
            }

            yield return width;
        }
    }

    private int Span(TaggedElement cell, string name) => cell.HasAttribute(name) ? Pdf.Find<NumericToken>(cell.Attributes!, name)!.Int : 1;

    [Fact]
    public void every_annotation_is_in_an_element_of_its_kind_and_says_what_it_is()
    {
        var annotations = Pdf.All.SelectMany(element => element.Annotations.Select(annotation => (element.Type, annotation))).ToList();
        Assert.Contains(annotations, pair => pair.Type == "Link");
        Assert.All(annotations, pair =>
        {
            Assert.Equal(pair.Type == "Form" ? "Widget" : "Link", Pdf.Find<NameToken>(pair.annotation, "Subtype")!.Data);
            Assert.NotNull(Pdf.Find<HexToken>(pair.annotation, pair.Type == "Form" ? "TU" : "Contents"));
            Assert.NotNull(Pdf.Find<NumericToken>(pair.annotation, "StructParent"));
        });
        using var read = PdfDocument.Open(bytes);
        Assert.Equal(read.GetPages().Sum(page => page.GetAnnotations().Count()), annotations.Count);
    }

    [Fact]
    public void lists_are_lists()
    {
        Assert.Equal(Samples.Report.Annexes.Count + 1, Assert.Single(Pdf.Of("L")).Children.Count);
        Assert.All(Pdf.Of("LI"), item => Assert.Equal(["LBody"], item.Children.Select(child => child.Type)));
    }

    [Fact]
    public void every_picture_has_words_in_its_place() =>
        Assert.All(Pdf.Of("Figure"), figure => Assert.False(string.IsNullOrWhiteSpace(figure.Alternative)));
}
