using Ledger.Documents.Fonts;

namespace Ledger.Documents.Layout;

/// <summary>
/// 附件说明 (7.3.4): one blank line below the body, two characters in; names below each other, wrapped lines below the
/// name's first character; no mark at the end.
/// </summary>
internal static class AttachmentNoteFlow
{
    private const double Indent = 2, Label = 3;

    public static void Add(Flow flow, IReadOnlyList<string> names)
    {
        flow.KeepLastWithNext();
        flow.Add(new BlankItem { KeepWithNext = true });
        var list = names.Count == 1 ? null : new StructNode("L", flow.Root);
        for (var i = 0; i < names.Count; i++)
        {
            var node = list is null ? new StructNode("P", flow.Root) : new StructNode("LBody", new StructNode("LI", list));
            var label = i == 0 ? "附件：" : "";
            var number = names.Count == 1 ? "" : $"{i + 1}.";
            var name = names[i].TrimEnd('。', '；', '，');
            var lead = flow.OnGrid([new StyledRun(label + number, FontRole.Body)]);
            var text = flow.OnGrid([new StyledRun(name, FontRole.Body, FontRole.Body, flow.LinkTo(Anchors.OfAnnex(i + 1), node))]);
            var first = i == 0 ? Indent : Indent + Label;
            var rest = first + lead.Sum(piece => piece.Width) / flow.Style.Cell;
            foreach (var line in flow.Lines([.. lead, .. text], first, rest, lead.Length))
                flow.Add(new TextItem(line, flow.Style.BodySize, 0, node) { KeepWithNext = i + 1 < names.Count });
        }
    }
}
