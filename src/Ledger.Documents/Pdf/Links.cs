using System.Text;
using Ledger.Documents.Layout;
using static Ledger.Documents.Pdf.PdfSyntax;

namespace Ledger.Documents.Pdf;

/// <summary>Link annotations and the named places they lead to (ISO 32000-1, 12.3.2.3, 12.5.6.5).</summary>
internal static class Links
{
    /// <summary>Writes the page's links; returns their objects.</summary>
    public static List<int> Write(PdfFile file, PageContent content, int page, int pageCount, StructureTree structure, SheetGeometry geometry)
    {
        var written = new List<int>();
        foreach (var area in content.Links)
        {
            var id = file.Reserve();
            var key = structure.MarkAnnotation(area.Owner.Node, page, id, pageCount);
            var action = area.Owner.Destination is { } place ? $"/S /GoTo /D {Bytes(place)}" : $"/S /URI /URI {Bytes(LinkAddress.Of(area.Owner.Uri!))}";
            var contents = area.Owner.Node.Title ?? area.Owner.Destination ?? area.Owner.Uri!;
            file.Set(
                id,
                $"<< /Type /Annot /Subtype /Link /Rect [{geometry.Rectangle(content.Frame, area)}] /Border [0 0 0] /F 4 "
                + $"/StructParent {key} /Contents {Text(contents)} /A << {action} >> >>");
            written.Add(id);
        }

        return written;
    }

    /// <summary>The name tree of all places, its names in byte order as readers search it.</summary>
    public static string Places(LaidOutDocument document, IReadOnlyList<int> pages, SheetGeometry geometry)
    {
        var sorted = document.Places.Keys.OrderBy(name => Convert.ToHexString(Encoding.UTF8.GetBytes(name)), StringComparer.Ordinal);
        var names = sorted.Select(name => $"{Bytes(name)} {Destination(document.Places[name])}");
        return $"<< /Names [{string.Join(' ', names)}] >>";

        string Destination(Place place) => geometry.Destination(document.Pages[place.Page].Frame, pages[place.Page], place.Top);
    }
}
