using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Word;

/// <summary>The growing body of the Word document. It always ends in a paragraph: a table brings its own.</summary>
internal sealed class Flow
{
    private readonly List<OpenXmlElement> elements = [];

    public IReadOnlyList<OpenXmlElement> Elements => elements;

    public void Add(OpenXmlElement element) => elements.Add(element);

    public W.Paragraph Add(string style, params IReadOnlyList<OpenXmlElement> content)
    {
        var paragraph = new W.Paragraph(new W.ParagraphProperties { ParagraphStyleId = new W.ParagraphStyleId { Val = style } });
        paragraph.Append(content);
        elements.Add(paragraph);
        return paragraph;
    }

    /// <summary>Ties the last paragraph, or the last line of it, to what is added next.</summary>
    public void KeepLastWithNext()
    {
        if (elements.Count > 0) Last.KeepNext = new W.KeepNext();
    }

    /// <summary>What was added so far, back to the section before, is set on this section's pages.</summary>
    public void EndSection(W.SectionProperties section) => Last.SectionProperties = section;

    private W.ParagraphProperties Last => ((W.Paragraph)elements[^1]).ParagraphProperties!;
}
