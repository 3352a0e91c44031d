using System.Globalization;
using System.Text;
using Ledger.Documents.Layout;
using static Ledger.Documents.Pdf.PdfSyntax;

namespace Ledger.Documents.Pdf;

/// <summary>
/// The structure tree (ISO 32000-1, 14.7): which marked piece of which page belongs to which element, in the order in
/// which the pages are written.
/// </summary>
internal sealed class StructureTree(PdfFile file, StructNode root)
{
    private readonly Dictionary<StructNode, Element> elements = [];
    private readonly List<List<StructNode>> pages = [];
    private readonly List<StructNode> annotations = [];
    private readonly Dictionary<StructNode, string> boxes = [];

    /// <summary>Opens the next page; returns its key in the parent tree.</summary>
    public int StartPage()
    {
        pages.Add([]);
        return pages.Count - 1;
    }

    public int PagesOpened => pages.Count;

    /// <summary>Gives the next marked piece of the open page to an element; returns the piece's number on the page.</summary>
    public int Mark(StructNode node, int page)
    {
        pages[^1].Add(node);
        var id = pages[^1].Count - 1;
        ElementOf(node).Kids.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /MCR /Pg {page} 0 R /MCID {id} >>"));
        return id;
    }

    /// <summary>Hangs a link annotation below its element; returns its key in the parent tree.</summary>
    public int MarkAnnotation(StructNode node, int page, int annotation, int pageCount)
    {
        annotations.Add(node);
        ElementOf(node).Kids.Add($"<< /Type /OBJR /Pg {Ref(page)} /Obj {Ref(annotation)} >>");
        return pageCount + annotations.Count - 1;
    }

    /// <summary>Notes where a picture stands on its page.</summary>
    public void SetBox(StructNode node, string rectangle) => boxes[node] = rectangle;

    /// <summary>Writes all elements; returns the tree's root object.</summary>
    public int Write()
    {
        var tree = file.Reserve();
        var document = ElementOf(root);
        foreach (var (node, element) in elements) file.Set(element.Id, Describe(node, element, tree));
        var parents = new StringBuilder();
        for (var i = 0; i < pages.Count; i++)
            parents.Append(CultureInfo.InvariantCulture, $"{i} [{string.Join(' ', pages[i].Select(node => Ref(elements[node].Id)))}] ");
        for (var i = 0; i < annotations.Count; i++)
            parents.Append(CultureInfo.InvariantCulture, $"{pages.Count + i} {Ref(elements[annotations[i]].Id)} ");
        var parentTree = file.Add($"<< /Nums [{parents}] >>");
        file.Set(
            tree,
            $"<< /Type /StructTreeRoot /K [{Ref(document.Id)}] /ParentTree {Ref(parentTree)} "
            + $"/ParentTreeNextKey {pages.Count + annotations.Count} >>");
        return tree;
    }

    private string Describe(StructNode node, Element element, int tree)
    {
        var parent = node.Parent is null ? tree : elements[node.Parent].Id;
        var title = node.Title is null ? "" : $" /T {Text(node.Title)}";
        var table = (node.Scope is null ? "" : $" /Scope {Name(node.Scope)}") + (node.ColumnSpan == 1 ? "" : $" /ColSpan {node.ColumnSpan}")
            + (node.RowSpan == 1 ? "" : $" /RowSpan {node.RowSpan}");
        var attributes = table.Length > 0 ? $" /A << /O /Table{table} >>"
            : boxes.TryGetValue(node, out var box) ? $" /A << /O /Layout /Placement /Block /BBox [{box}] >>"
            : "";
        var alternative = node.Alternative is null ? "" : $" /Alt {Text(node.Alternative)}";
        return $"<< /Type /StructElem /S {Name(node.Type)} /P {Ref(parent)}{title}{alternative}{attributes} /K [{string.Join(' ', element.Kids)}] >>";
    }

    private Element ElementOf(StructNode node)
    {
        if (elements.TryGetValue(node, out var known)) return known;
        var element = new Element(file.Reserve());
        if (node.Parent is not null) ElementOf(node.Parent).Kids.Add(Ref(element.Id));
        return elements[node] = element;
    }

    private sealed record Element(int Id)
    {
        public List<string> Kids { get; } = [];
    }
}
