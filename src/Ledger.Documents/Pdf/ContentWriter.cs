using Ledger.Documents.Layout;
using static Ledger.Documents.Pdf.PdfSyntax;

namespace Ledger.Documents.Pdf;

/// <summary>Writes a page's marks as a content stream, each wrapped in its structure element or as an artifact.</summary>
internal sealed class ContentWriter(FontResources fonts, PictureResources pictures, StructureTree structure, SheetGeometry geometry, PageStyle style)
{
    private readonly ContentBuffer stream = new();
    private bool inText;
    private Ink ink;

    public byte[] Write(PageContent content, int page)
    {
        stream.Clear();
        for (int from = 0, to; from < content.Marks.Count; from = to)
        {
            var onSheet = content.Marks[from].OnSheet;
            for (to = from + 1; to < content.Marks.Count && content.Marks[to].OnSheet == onSheet; to++) { }
            ink = Ink.Black;
            stream.Add("q ").Add(onSheet ? SheetMatrix : geometry.Matrix(content.Frame)).Add(" cm\n");
            WriteMarks(content.Marks, from, to, page, onSheet);
            stream.Add("Q\n");
        }

        return stream.ToBytes();
    }

    private string SheetMatrix => $"1 0 0 1 0 {Number(style.PageHeight)}";

    private void WriteMarks(List<PageMark> marks, int first, int end, int page, bool onSheet)
    {
        for (int from = first, to; from < end; from = to)
        {
            var node = marks[from].Node;
            for (to = from + 1; to < end && marks[to].Node == node; to++) { }
            if (node is not null) stream.Add("/").Add(node.Type).Add(" << /MCID ").AddWhole(structure.Mark(node, page)).Add(" >> BDC\n");
            else stream.Add(onSheet ? "/Artifact << /Type /Pagination >> BDC\n" : "/Artifact BMC\n");
            for (var i = from; i < to; i++) Write(marks[i]);
            EndText();
            stream.Add("EMC\n");
        }
    }

    private void Write(PageMark mark)
    {
        Take(mark.Ink);
        switch (mark)
        {
            case TextMark text:
                BeginText();
                GlyphWriter.Write(stream, text, fonts.Of(text.Face));
                break;
            case ShapeMark shape:
                EndText();
                stream.Add(ShapeWriter.Write(shape.Shape, shape.Left, shape.Top));
                break;
            case PictureMark picture:
                EndText();
                stream.Add(pictures.Write(picture));
                break;
            case RuleMark rule:
                EndText();
                stream.Add(rule.Width).Add(" w ").Add(rule.X1).Add(" ").Add(-rule.Y1).Add(" m ");
                stream.Add(rule.X2).Add(" ").Add(-rule.Y2).Add(" l S\n");
                break;
        }
    }

    private void Take(Ink next)
    {
        if (next == ink) return;
        var colour = $"{Number(next.Red)} {Number(next.Green)} {Number(next.Blue)}";
        stream.Add(colour).Add(" rg ").Add(colour).Add(" RG\n");
        ink = next;
    }

    private void BeginText()
    {
        if (!inText) stream.Add("BT\n");
        inText = true;
    }

    private void EndText()
    {
        if (inText) stream.Add("ET\n");
        inText = false;
    }
}
