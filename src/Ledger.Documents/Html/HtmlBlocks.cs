using System.Globalization;
using System.Text;
using Ledger.Documents.Layout;
using static Ledger.Documents.Html.HtmlText;

namespace Ledger.Documents.Html;

/// <summary>Blocks as HTML elements.</summary>
/// <param name="shift">How many levels deeper headings are than in the body.</param>
internal sealed class HtmlBlocks(HtmlText text, int annexes, int shift)
{
    public string Of(IEnumerable<Block> blocks) => string.Concat(blocks.Select(Of));

    private string Of(Block block) => block switch
    {
        Heading heading => HeadingOf(heading),
        Paragraph paragraph => $"<p>{text.Runs(paragraph.Runs)}</p>\n",
        AttachmentNote note => NoteOf(note.Names),
        Table table => TableOf(table),
        Image image => HtmlFigures.Of(image),
        Chart chart => HtmlFigures.Of(chart) + (chart.WithTable ? TableOf(chart.Twin()) : ""),
        _ => throw new DocumentException($"不认识的段落种类 {block.GetType().Name}。", $"Unknown kind of block {block.GetType().Name}."),
    };

    public string NoteOf(IReadOnlyList<string> names)
    {
        var items = names.Select((name, i) =>
        {
            var label = names.Count == 1 ? "" : $"{i + 1}.";
            var linked = i < annexes ? $"<a href=\"#annex-{i + 1}\">{Escape(name)}</a>" : Escape(name);
            return $"<li>{label}{linked}</li>";
        });
        return $"<div class=\"attachments\"><span>附件：</span><ul>{string.Concat(items)}</ul></div>\n";
    }

    private string HeadingOf(Heading heading)
    {
        var level = Math.Min(heading.Level + 1 + shift, 6);
        return $"<h{level} class=\"level{heading.Level}\">{text.Runs(heading.Runs)}</h{level}>\n";
    }

    private string TableOf(Table table)
    {
        var html = new StringBuilder("<table>\n");
        var lead = string.Concat(
            table.Caption is { Length: > 0 } caption ? $"<span class=\"name\">{Escape(caption)}</span>" : "",
            table.UnitLine is { Length: > 0 } unit ? $"<span class=\"unit\">{Escape(unit)}</span>" : "");
        if (lead.Length > 0) html.Append(CultureInfo.InvariantCulture, $"<caption>{lead}</caption>\n");
        var total = table.Columns.Sum(column => column.Weight);
        html.Append("<colgroup>");
        foreach (var column in table.Columns)
            html.Append(CultureInfo.InvariantCulture, $"<col style=\"width:{100 * column.Weight / total:0.##}%\">");
        html.Append("</colgroup>\n<thead>\n");
        var head = table.Head.Count > 0 ? table.Head : [TableRow.Of(table.Columns.Select(column => column.Title))];
        html.Append(RowsOf(head, table, isHead: true));
        html.Append("</thead>\n<tbody>\n");
        html.Append(RowsOf(table.Rows, table, isHead: false));
        html.Append("</tbody>\n</table>\n");
        if (table.Note is { Length: > 0 } note) html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{Escape(note)}</p>\n");
        return html.ToString();
    }

    private string RowsOf(IReadOnlyList<TableRow> rows, Table table, bool isHead) => string.Concat(
        TableGrid.Rows(rows, table.Columns.Count).Select((cells, row) => RowOf(rows[row], cells.Where(cell => cell.Row == row), table, isHead)));

    private string RowOf(TableRow row, IEnumerable<GridCell> cells, Table table, bool isHead)
    {
        var html = new StringBuilder("<tr").Append(Id(row.Anchor)).Append('>');
        foreach (var (cell, _, column) in cells)
        {
            var isFirst = ReferenceEquals(cell, row.Cells[0]);
            var isRowHead = row.Headed && isFirst;
            var tag = isHead || isRowHead ? "th" : "td";
            var scope = isHead ? " scope=\"col\"" : isRowHead ? " scope=\"row\"" : "";
            var span = (cell.ColumnSpan == 1 ? "" : $" colspan=\"{cell.ColumnSpan}\"") + (cell.RowSpan == 1 ? "" : $" rowspan=\"{cell.RowSpan}\"");
            var alignment = cell.Alignment ?? table.Columns[column].Alignment;
            var look = isHead || alignment == ColumnAlignment.Left ? "" : $" class=\"{alignment.ToString().ToLowerInvariant()}\"";
            var runs = row.Link is { } link && isFirst ? cell.Runs.Select(run => run with { Link = run.Link ?? link }) : cell.Runs;
            html.Append(CultureInfo.InvariantCulture, $"<{tag}{Id(cell.Anchor)}{scope}{span}{look}>{text.Runs(runs)}</{tag}>");
        }

        return html.Append("</tr>\n").ToString();
    }
}
