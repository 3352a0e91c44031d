using Ledger.Documents.Layout;
using static Ledger.Documents.Pdf.PdfSyntax;

namespace Ledger.Documents.Pdf;

/// <summary>Writes a laid out document as a PDF 1.7 file that is PDF/A-3a and PDF/UA-1.</summary>
internal sealed class PdfWriter(OfficialDocument document, LaidOutDocument laid, PageStyle style, SignatureField? signature)
{
    private const string Producer = "Ledger.Documents";

    private readonly PdfFile file = new();
    private readonly SheetGeometry geometry = new(style);
    private int field;

    public byte[] Write(FontUsage usage)
    {
        var (catalog, tree) = (file.Reserve(), file.Reserve());
        var fonts = new FontResources(file, usage);
        var pictures = new PictureResources(file, laid.Pages);
        var resources = file.Add($"<< {fonts.Entry}{pictures.Entry} >>");
        var structure = new StructureTree(file, laid.Root);
        var content = new ContentWriter(fonts, pictures, structure, geometry, style);
        var pages = new List<int>();
        while (pages.Count < laid.Pages.Count) pages.Add(file.Reserve());
        for (var i = 0; i < pages.Count; i++) WritePage(laid.Pages[i], pages[i], pages.Count, tree, resources, content, structure);
        file.Set(tree, $"<< /Type /Pages /Count {pages.Count} /Kids [{Refs(pages)}] >>");
        WriteCatalog(catalog, tree, structure.Write(), pages);
        return file.Finish(catalog, WriteInfo());
    }

    private void WritePage(PageContent page, int id, int count, int tree, int resources, ContentWriter content, StructureTree structure)
    {
        var key = structure.StartPage();
        var stream = file.AddStream("", content.Write(page, id));
        foreach (var figure in page.Figures) structure.SetBox(figure.Node, geometry.Rectangle(page.Frame, figure));
        var links = Links.Write(file, page, id, count, structure, geometry);
        if (signature is not null && structure.PagesOpened == count)
        {
            field = SignatureWidget.Write(file, signature, id, count, structure, laid.Root);
            links.Add(field);
        }

        var annotations = links.Count == 0 ? "" : $" /Annots [{Refs(links)}]";
        // A turned page is shown upright on screens; on paper it is the same sheet.
        var rotation = page.Frame.Landscape ? " /Rotate 90" : "";
        file.Set(
            id,
            $"<< /Type /Page /Parent {Ref(tree)} /MediaBox [0 0 {Number(style.PageWidth)} {Number(style.PageHeight)}]{rotation} "
            + $"/Resources {Ref(resources)} /Contents {Ref(stream)} /StructParents {key} /Tabs /S{annotations} >>");
    }

    private void WriteCatalog(int catalog, int tree, int structure, List<int> pages)
    {
        var outline = Outline.Write(file, laid, pages, geometry);
        var metadata = file.AddStream("/Type /Metadata /Subtype /XML", XmpPacket.Write(document, Producer), compress: false);
        var profile = file.AddStream("/N 3", SrgbProfile.Bytes);
        var intent = file.Add(
            $"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile {Ref(profile)} >>");
        var files = Attachments.Write(file, document);
        var embedded = string.Join(' ', files.Select(written => $"{Text(written.Name)} {Ref(written.Specification)}"));
        var names = $"/Dests {Links.Places(laid, pages, geometry)}" + (files.Count == 0 ? "" : $" /EmbeddedFiles << /Names [{embedded}] >>");
        var associated = files.Count == 0 ? "" : $" /AF [{string.Join(' ', files.Select(written => Ref(written.Specification)))}]";
        var form = signature is null ? "" : $" /AcroForm << /Fields [{Ref(field)}] /SigFlags 3 >>";
        file.Set(
            catalog,
            $"<< /Type /Catalog /Pages {Ref(tree)} /Lang {Bytes(document.Language)} /MarkInfo << /Marked true >> "
            + $"/StructTreeRoot {Ref(structure)} /Outlines {Ref(outline)} /PageMode /UseOutlines /Metadata {Ref(metadata)} "
            + $"/OutputIntents [{Ref(intent)}] /ViewerPreferences << /DisplayDocTitle true >> /Names << {names} >>{associated}{form} >>");
    }

    private int WriteInfo()
    {
        var date = Date(document.IssuedAt);
        return file.Add(
            $"<< /Title {Text(document.Title)} /Author {Text(document.Author)} /Creator ({Producer}) /Producer ({Producer}) "
            + $"/CreationDate {date} /ModDate {date} >>");
    }
}
