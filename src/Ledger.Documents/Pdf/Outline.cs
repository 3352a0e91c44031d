using Ledger.Documents.Layout;
using static Ledger.Documents.Pdf.PdfSyntax;

namespace Ledger.Documents.Pdf;

/// <summary>The outline (bookmarks): title, headings and annexes, nested by their levels.</summary>
internal static class Outline
{
    /// <summary>Writes the outline; returns its object.</summary>
    public static int Write(PdfFile file, LaidOutDocument document, IReadOnlyList<int> pages, SheetGeometry geometry)
    {
        var root = new Entry(file.Reserve(), 0, null, null);
        var open = new Stack<Entry>([root]);
        foreach (var (bookmark, place) in document.Bookmarks)
        {
            while (open.Peek().Level >= bookmark.Level) open.Pop();
            var frame = document.Pages[place.Page].Frame;
            var entry = new Entry(file.Reserve(), bookmark.Level, bookmark.Title, geometry.Destination(frame, pages[place.Page], place.Top));
            open.Peek().Children.Add(entry);
            open.Push(entry);
        }

        file.Set(root.Id, $"<< /Type /Outlines{Family(root)} >>");
        WriteChildren(file, root);
        return root.Id;
    }

    private static void WriteChildren(PdfFile file, Entry parent)
    {
        for (var i = 0; i < parent.Children.Count; i++)
        {
            var entry = parent.Children[i];
            var before = i > 0 ? $" /Prev {Ref(parent.Children[i - 1].Id)}" : "";
            var after = i + 1 < parent.Children.Count ? $" /Next {Ref(parent.Children[i + 1].Id)}" : "";
            file.Set(entry.Id, $"<< /Title {Text(entry.Title!)} /Parent {Ref(parent.Id)}{before}{after}{Family(entry)} /Dest {entry.Destination} >>");
            WriteChildren(file, entry);
        }
    }

    private static string Family(Entry entry) => entry.Children.Count == 0
        ? ""
        : $" /First {Ref(entry.Children[0].Id)} /Last {Ref(entry.Children[^1].Id)} /Count {Descendants(entry)}";

    private static int Descendants(Entry entry) => entry.Children.Sum(child => 1 + Descendants(child));

    private sealed record Entry(int Id, int Level, string? Title, string? Destination)
    {
        public List<Entry> Children { get; } = [];
    }
}
