using Ledger.Documents.Layout;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Word;

/// <summary>Puts a document's parts one below the other in the standard's order (7.2 to 7.4), in sections by their paper's turn.</summary>
internal static class DocumentFlow
{
    public static W.Body Build(OfficialDocument document, WordPackage package)
    {
        var bookmarks = new Bookmarks(Anchors.In(document));
        var (flow, inlines, sections) = (new Flow(), new Inlines(package, bookmarks), new Sections(package, document.SampleMark, document.Profile == LayoutProfile.Letter ? document.Head : null));
        var figures = new Figures(package);
        var upright = new BlockFlow(flow, inlines, bookmarks, figures, Measure.Width);
        if (document.Profile == LayoutProfile.Letter) LetterFlow.Add(flow, document.Head!);
        else if (document.Profile != LayoutProfile.Public) HeadFlow.Add(flow, document.Head!, document.Profile == LayoutProfile.Preprinted);
        TitleFlow.Add(flow, StyleId.Title, document.Title, document.TitleIssuer, Measure.Width);
        if (document.Addressees.Count > 0) flow.Add(StyleId.Addressee, WordText.Run($"{string.Join('、', document.Addressees)}："));
        upright.Add(document.Body);
        if (document.Annexes.Count > 0 && !document.Body.OfType<AttachmentNote>().Any())
            upright.AddAttachments([.. document.Annexes.Select(annex => annex.Title)]);
        if (document.Signature is { } signature) SignatureFlow.Add(flow, signature);
        if (document.Note is { Length: > 0 } note) AddNote(flow, note);
        var isTurned = false;
        for (var i = 0; i < document.Annexes.Count; i++)
        {
            var annex = document.Annexes[i];
            var begins = annex.Landscape != isTurned;
            if (begins) flow.EndSection(isTurned ? sections.Landscape() : sections.Upright());
            isTurned = annex.Landscape;
            var width = isTurned ? Measure.Height : Measure.Width;
            AddLabel(flow, bookmarks, document.Annexes.Count == 1 ? "附件" : FormattableString.Invariant($"附件{i + 1}"), i + 1, !begins);
            TitleFlow.Add(flow, StyleId.AnnexTitle, annex.Title, issuer: null, width);
            new BlockFlow(flow, inlines, bookmarks, figures, width).Add(annex.Blocks);
        }

        var last = AddImprint(flow, document, sections, isTurned);
        var body = new W.Body();
        body.Append(flow.Elements);
        body.Append(last);
        return body;
    }

    // 7.3.6: below the date, in round brackets.
    private static void AddNote(Flow flow, string note)
    {
        flow.KeepLastWithNext();
        flow.Add(StyleId.Note, WordText.Run(note.StartsWith('（') ? note : $"（{note}）"));
    }

    // 7.3.7: a new page, 附件 at the top left.
    private static void AddLabel(Flow flow, Bookmarks bookmarks, string label, int number, bool breaksPage)
    {
        var paragraph = flow.Add(StyleId.AnnexLabel, bookmarks.Around(Anchors.OfAnnex(number), [WordText.Run(label)]));
        if (breaksPage) paragraph.ParagraphProperties!.PageBreakBefore = new W.PageBreakBefore();
    }

    /// <summary>The imprint where the profile has one; the last section.</summary>
    private static W.SectionProperties AddImprint(Flow flow, OfficialDocument document, Sections sections, bool isTurned)
    {
        var last = isTurned ? sections.Landscape() : sections.Upright();
        if (document.Imprint is not { } imprint || document.Profile == LayoutProfile.Public) return last;
        var isLetter = document.Profile == LayoutProfile.Letter;
        if (isLetter && imprint.Addressees.Count + imprint.Copies.Count == 0) return last;
        var place = ImprintPlace.Of(document, imprint);
        if (!place.IsOnLastPage)
        {
            flow.EndSection(last);
            last = isLetter ? sections.Upright() : sections.EvenPage(place.IsNumbered);
            // LibreOffice loses a section's start when its first element is a table that has its own place.
            flow.Add(StyleId.ImprintAnchor);
        }

        ImprintFlow.Add(flow, imprint, isLetter);
        return last;
    }
}
