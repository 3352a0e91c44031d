using Ledger.Documents.Fonts;

namespace Ledger.Documents.Layout;

/// <summary>Puts a document's parts one below the other in the standard's order (7.3).</summary>
internal static class DocumentFlow
{
    public static Flow Build(OfficialDocument document, PageStyle style, GlyphLookup find)
    {
        DocumentRules.Check(document);
        var flow = new Flow(style, find, Anchors.In(document)) { IsLetter = document.Profile == LayoutProfile.Letter };
        flow.StartPage(landscape: false);
        if (document.Profile != LayoutProfile.Public) AddHead(flow, document);
        TitleFlow.Add(flow, document.Title, document.TitleIssuer);
        if (document.Addressees.Count > 0)
            TextFlow.AddLines(flow, new StructNode("P", flow.Root), $"{string.Join('、', document.Addressees)}：", firstIndent: 0);
        var start = flow.Items.Count;
        AddBlocks(flow, document.Body);
        flow.EndBody(start);
        if (document.Annexes.Count > 0 && !document.Body.OfType<AttachmentNote>().Any())
            AttachmentNoteFlow.Add(flow, [.. document.Annexes.Select(annex => annex.Title)]);
        if (document.Signature is { } signature) SignatureFlow.Add(flow, signature);
        if (document.Note is { Length: > 0 } note) AddNote(flow, note);
        for (var i = 0; i < document.Annexes.Count; i++) AddAnnex(flow, document.Annexes[i], i + 1, document.Annexes.Count);
        return flow;
    }

    private static void AddHead(Flow flow, OfficialDocument document)
    {
        if (flow.IsLetter) LetterHeadFlow.Add(flow, document.Head!);
        else HeadFlow.Add(flow, document.Head!, isOnPaper: document.Profile == LayoutProfile.Preprinted);
        if (document.Imprint is { } imprint) flow.Imprint = flow.IsLetter ? ImprintFlow.SetNames(flow, imprint) : ImprintFlow.Set(flow, imprint);
    }

    private static void AddBlocks(Flow flow, IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Heading heading: TextFlow.AddHeading(flow, heading); break;
                case Paragraph paragraph: TextFlow.AddParagraph(flow, paragraph); break;
                case AttachmentNote note: AttachmentNoteFlow.Add(flow, note.Names); break;
                case Table table: TableFlow.Add(flow, table); break;
                case Chart chart: FigureFlow.Add(flow, chart); break;
                case Image image: FigureFlow.Add(flow, image); break;
                default:
                    throw new DocumentException($"不认识的段落种类 {block.GetType().Name}。", $"Unknown kind of block {block.GetType().Name}.");
            }
        }
    }

    // 7.3.6: below the date, two characters in, in round brackets.
    private static void AddNote(Flow flow, string note)
    {
        flow.KeepLastWithNext();
        TextFlow.AddLines(flow, new StructNode("P", flow.Root), note.StartsWith('（') ? note : $"（{note}）", firstIndent: 2);
    }

    // 7.3.7: a new page, 附件 at the top left, the title centred on the third line.
    private static void AddAnnex(Flow flow, Annex annex, int number, int count)
    {
        flow.StartPage(annex.Landscape);
        flow.HeadingShift = 0;
        var label = new StructNode("P", flow.Root);
        var text = flow.OnGrid([new StyledRun(count == 1 ? "附件" : $"附件{number}", FontRole.Hei)]);
        foreach (var line in flow.Lines(text, firstIndent: 0))
            flow.Add(new TextItem(line, flow.Style.BodySize, 0, label) { KeepWithNext = true, Anchor = Anchors.OfAnnex(number) });
        flow.Add(new BlankItem());
        TitleFlow.Add(flow, annex.Title, issuer: null);
        flow.HeadingShift = 1;
        AddBlocks(flow, annex.Blocks);
    }
}
