using System.Text;
using Ledger.Documents.Tests.Fixtures;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Actions;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Outline;

namespace Ledger.Documents.Tests.Pdf;

public class StructureTests
{
    private static readonly Lazy<byte[]> Report = new(() => TestFonts.Render(Samples.Report).Bytes);

    [Fact]
    public void the_outline_nests_headings_and_annexes_below_the_title()
    {
        using var pdf = PdfDocument.Open(Report.Value);
        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        var title = Assert.Single(bookmarks.Roots);
        Assert.Equal(Samples.Report.Title, title.Title);
        Assert.Equal(
            ["一、主要举措和成效", "二、存在的问题和下一步打算", "2023年度主要指标统计表", "计数口径说明"],
            title.Children.Select(child => child.Title));
        Assert.Equal(["（一）压实第一责任人职责", "（二）坚持依法决策"], title.Children[0].Children.Select(child => child.Title));
        Assert.Equal(pdf.NumberOfPages, Assert.IsType<DocumentBookmarkNode>(title.Children[3]).PageNumber);
    }

    [Fact]
    public void a_figure_leads_to_its_row_and_carries_its_code()
    {
        using var pdf = PdfDocument.Open(Report.Value);
        var links = pdf.GetPages().SelectMany(page => page.GetAnnotations()).ToList();
        var figures = links.Where(link => link.Content?.StartsWith("figure:", StringComparison.Ordinal) == true && link.Action is GoToAction).ToList();
        Assert.Equal(["figure:legal-service", "figure:contract-review"], figures.Select(link => link.Content));
        var (first, last) = ((GoToAction)figures[0].Action!, (GoToAction)figures[1].Action!);
        Assert.True(first.Destination.PageNumber < last.Destination.PageNumber);
    }

    [Fact]
    public void a_figure_without_a_row_keeps_its_code_in_the_structure_tree()
    {
        var bytes = RawPdf.Text(Report.Value);
        Assert.Contains(Hex("figure:no-row"), bytes, StringComparison.Ordinal);
        Assert.Contains(Hex("figure:legal-service"), bytes, StringComparison.Ordinal);
    }

    [Fact]
    public void links_in_text_and_rows_lead_to_their_addresses()
    {
        using var pdf = PdfDocument.Open(Report.Value);
        var addresses = pdf.GetPages().SelectMany(page => page.GetAnnotations()).Select(link => link.Action).OfType<UriAction>().Select(action => action.Uri).Distinct();
        Assert.Equal(["https://example.gov.cn/report?year=2023", "https://example.gov.cn/figures/legal-service"], addresses);
    }

    [Fact]
    public void every_link_is_a_link_annotation_inside_the_sheet()
    {
        using var pdf = PdfDocument.Open(Report.Value);
        var links = pdf.GetPages().SelectMany(page => page.GetAnnotations()).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Equal(AnnotationType.Link, link.Type));
        Assert.All(links, link => Assert.True(link.Rectangle is { Left: > 70, Right: < 530, Bottom: > 90 } && link.Rectangle.Width > 3));
    }

    [Fact]
    public void attached_files_come_out_as_they_went_in()
    {
        using var pdf = PdfDocument.Open(Report.Value);
        Assert.True(pdf.Advanced.TryGetEmbeddedFiles(out var files));
        var file = Assert.Single(files);
        Assert.Equal("figures.json", file.Name);
        Assert.Equal(Samples.Report.Files[0].Content.ToArray(), file.Bytes.ToArray());
    }

    [Fact]
    public void two_attached_files_of_one_name_are_refused()
    {
        var file = Samples.Report.Files[0];
        Assert.Throws<DocumentException>(() => TestFonts.Render(Samples.Report with { Files = [file, file] }));
    }

    [Fact]
    public void the_metadata_come_from_the_document_and_not_from_a_clock()
    {
        using var pdf = PdfDocument.Open(Report.Value);
        Assert.Equal(Samples.Report.Title, pdf.Information.Title);
        Assert.Equal(Samples.Issuer, pdf.Information.Author);
        Assert.Equal("D:20240115093000+08'00'", pdf.Information.CreationDate);
        Assert.True(pdf.TryGetXmpMetadata(out var xmp));
        var packet = xmp.GetXDocument().ToString();
        Assert.Contains("<pdfaid:part>3</pdfaid:part>", packet, StringComparison.Ordinal);
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", packet, StringComparison.Ordinal);
        Assert.Contains("2024-01-15T09:30:00+08:00", packet, StringComparison.Ordinal);
        Assert.Contains("sample-2023-1", packet, StringComparison.Ordinal);
    }

    [Fact]
    public void tables_and_headings_are_tagged()
    {
        var bytes = RawPdf.Text(Report.Value);
        foreach (var tag in new[] { "Document", "H1", "H2", "H3", "H4", "H5", "P", "Table", "Caption", "TR", "TH", "TD", "Link", "Span" })
            Assert.Contains($"/S /{tag} ", bytes, StringComparison.Ordinal);
        Assert.Contains("/Scope /Column", bytes, StringComparison.Ordinal);
    }

    private static string Hex(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
}
