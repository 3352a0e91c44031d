using DocumentFormat.OpenXml;
using Ledger.Documents.Layout;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Word;

/// <summary>
/// Runs as Word's inline elements. A number that states a figure stands in a content control that carries the figure's
/// code and can be neither changed nor deleted until a person unlocks it.
/// </summary>
internal sealed class Inlines(WordPackage package, Bookmarks bookmarks)
{
    // What Word takes for a control's tag and name; a file with a longer one it calls damaged.
    private const int LongestTag = 64;

    private int controls;

    /// <exception cref="DocumentException">A link that leads nowhere, a figure's code of more than 64 characters.</exception>
    public IReadOnlyList<OpenXmlElement> Of(IEnumerable<Run> runs) =>
        [.. runs.Where(run => WordText.Clean(run.Text).Length > 0).Select(Of)];

    /// <summary>Text that leads to a place in the document, when it is there.</summary>
    public OpenXmlElement LinkTo(string anchor, string text) =>
        bookmarks.NameOf(anchor) is { } name ? Inside(WordText.Run(text, StyleId.Hyperlink), name) : WordText.Run(text);

    private OpenXmlElement Of(Run run)
    {
        var place = Anchors.DestinationOf(run, anchor => bookmarks.NameOf(anchor) is not null) is { } anchor ? bookmarks.NameOf(anchor) : null;
        var isLink = place is not null || run.Link is not null;
        var text = WordText.Run(run.Text, run.Strong ? StyleId.Strong : isLink ? StyleId.Hyperlink : null);
        OpenXmlElement element = place is not null ? Inside(text, place)
            : run.Link is { } link ? new W.Hyperlink(text) { Id = package.Link(LinkAddress.Of(link)), History = true }
            : text;
        return run.FigureCode is { } code ? Locked(code, element) : element;
    }

    private static W.Hyperlink Inside(W.Run text, string place) => new(text) { Anchor = place, History = true };

    private W.SdtRun Locked(string code, OpenXmlElement content)
    {
        if (code.Length > LongestTag)
            throw new DocumentException($"指标代码超过 {LongestTag} 个字符：{code}。", $"The figure's code has more than {LongestTag} characters: {code}.");
        return new W.SdtRun(
            new W.SdtProperties(
                new W.SdtAlias { Val = code },
                new W.Tag { Val = code },
                new W.SdtId { Val = ++controls },
                new W.Lock { Val = W.LockingValues.SdtContentLocked }),
            new W.SdtContentRun(content));
    }
}
