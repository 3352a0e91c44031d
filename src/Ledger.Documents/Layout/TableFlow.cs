using Ledger.Documents.Fonts;

namespace Ledger.Documents.Layout;

/// <summary>A ruled table: caption, unit line, head, rows and note.</summary>
internal static class TableFlow
{
    public static void Add(Flow flow, Table table)
    {
        Check(table);
        var node = new StructNode("Table", flow.Root);
        AddLead(flow, table, new StructNode("Caption", node));
        var head = table.Head.Count > 0 ? table.Head : [TableRow.Of(table.Columns.Select(column => column.Title))];
        var rows = new TableRowSetter(flow, table, node);
        var heads = rows.Set(head, isHead: true, []);
        foreach (var row in heads) flow.Add(row with { KeepWithNext = true });
        foreach (var row in rows.Set(table.Rows, isHead: false, heads)) flow.Add(row);

        if (table.Note is { Length: > 0 } note) AddNote(flow, note);
        flow.Add(new GapItem(flow.Style.AfterTable));
    }

    private static void AddLead(Flow flow, Table table, StructNode node)
    {
        var (style, width) = (flow.Style, flow.Frame.Width);
        if (table.Caption is { Length: > 0 } caption)
        {
            foreach (var line in flow.NaturalLines(flow.Natural([new StyledRun(caption, FontRole.Hei)], style.TableSize), style.TableSize, width))
                flow.Add(new TextItem(line, style.TableSize, (width - line.Width) / 2, node) { KeepWithNext = true, Height = style.TableLeading + 4 });
        }

        if (table.UnitLine is { Length: > 0 } unit)
        {
            foreach (var line in flow.NaturalLines(flow.Natural([new StyledRun(unit, FontRole.Body)], style.TableSize), style.TableSize, width))
                flow.Add(new TextItem(line, style.TableSize, width - line.Width, node) { KeepWithNext = true, Height = style.TableLeading + 2 });
        }
    }

    private static void AddNote(Flow flow, string note)
    {
        var style = flow.Style;
        var node = new StructNode("P", flow.Root);
        flow.KeepLastWithNext();
        flow.Add(new GapItem(style.AfterTable) { KeepWithNext = true });
        foreach (var line in flow.NaturalLines(flow.Natural([new StyledRun(note, FontRole.Body)], style.TableSize), style.TableSize, flow.Frame.Width))
            flow.Add(new TextItem(line, style.TableSize, 0, node) { Height = style.TableLeading });
    }

    private static void Check(Table table)
    {
        if (table.Columns.Count == 0 || table.Columns.Any(column => column.Weight <= 0))
            throw new DocumentException("表格至少要有一栏，栏宽权重要大于零。", "A table needs at least one column, and weights above zero.");
    }
}
