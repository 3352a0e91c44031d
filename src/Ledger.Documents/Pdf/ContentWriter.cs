using System.Globalization;
using System.Text;
using Ledger.Documents.Layout;
using static Ledger.Documents.Pdf.PdfSyntax;

namespace Ledger.Documents.Pdf;

/// <summary>Writes a page's marks as a content stream, each wrapped in its structure element or as an artifact.</summary>
internal sealed class ContentWriter(FontResources fonts, PictureResources pictures, StructureTree structure, SheetGeometry geometry, PageStyle style)
{
    private readonly StringBuilder stream = new();
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
            stream.Append(CultureInfo.InvariantCulture, $"q {(onSheet ? SheetMatrix : geometry.Matrix(content.Frame))} cm\n");
            WriteMarks(content.Marks[from..to], page, onSheet);
            stream.Append("Q\n");
        }

        return Encoding.ASCII.GetBytes(stream.ToString());
    }

    private string SheetMatrix => $"1 0 0 1 0 {Number(style.PageHeight)}";

    private void WriteMarks(List<PageMark> marks, int page, bool onSheet)
    {
        for (int from = 0, to; from < marks.Count; from = to)
        {
            var node = marks[from].Node;
            for (to = from + 1; to < marks.Count && marks[to].Node == node; to++) { }
            if (node is not null) stream.Append(CultureInfo.InvariantCulture, $"/{node.Type} << /MCID {structure.Mark(node, page)} >> BDC\n");
            else stream.Append(onSheet ? "/Artifact << /Type /Pagination >> BDC\n" : "/Artifact BMC\n");
            foreach (var mark in marks[from..to]) Write(mark);
            EndText();
            stream.Append("EMC\n");
        }
    }

    private void Write(PageMark mark)
    {
        Take(mark.Ink);
        switch (mark)
        {
            case TextMark text:
                WriteText(text);
                break;
            case ShapeMark shape:
                EndText();
                stream.Append(ShapeWriter.Write(shape.Shape, shape.Left, shape.Top));
                break;
            case PictureMark picture:
                EndText();
                stream.Append(pictures.Write(picture));
                break;
            case RuleMark rule:
                EndText();
                stream.Append(CultureInfo.InvariantCulture, $"{Number(rule.Width)} w {Number(rule.X1)} {Number(-rule.Y1)} m ");
                stream.Append(CultureInfo.InvariantCulture, $"{Number(rule.X2)} {Number(-rule.Y2)} l S\n");
                break;
        }
    }

    private void Take(Ink next)
    {
        if (next == ink) return;
        var colour = $"{Number(next.Red)} {Number(next.Green)} {Number(next.Blue)}";
        stream.Append(CultureInfo.InvariantCulture, $"{colour} rg {colour} RG\n");
        ink = next;
    }

    private void WriteText(TextMark text)
    {
        if (!inText) stream.Append("BT\n");
        inText = true;
        var font = fonts.Of(text.Face);
        for (int from = 0, to; from < text.Glyphs.Count; from = to)
        {
            var layer = font.LayerOf(text.Glyphs[from]);
            for (to = from + 1; to < text.Glyphs.Count && font.LayerOf(text.Glyphs[to]) == layer; to++) { }
            WriteGlyphs(text, from, to, font, layer);
        }
    }

    // The usual step from glyph to glyph goes into the character spacing; only what differs from it is written out.
    private void WriteGlyphs(TextMark text, int from, int to, FontNames font, int layer)
    {
        var spacing = UsualSpacing.Of(text, from, to);
        var origin = text.Left + text.Glyphs[from].X;
        stream.Append(CultureInfo.InvariantCulture, $"{font.Names[layer]} {Number(text.Size)} Tf {Number(spacing)} Tc ");
        stream.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {Number(origin)} {Number(-text.Baseline)} Tm [<");
        var pen = Math.Round(origin, 3);
        for (var i = from; i < to; i++)
        {
            var glyph = text.Glyphs[i];
            var kern = Math.Round((pen - text.Left - glyph.X) * 1000 / text.Size);
            if (kern != 0) stream.Append(CultureInfo.InvariantCulture, $">{kern:0}<");
            stream.Append(CultureInfo.InvariantCulture, $"{font.CodeOf(glyph):X4}");
            pen += glyph.Glyph.Advance * text.Size + spacing - kern * text.Size / 1000;
        }

        stream.Append(">] TJ\n");
    }

    private void EndText()
    {
        if (inText) stream.Append("ET\n");
        inText = false;
    }
}
