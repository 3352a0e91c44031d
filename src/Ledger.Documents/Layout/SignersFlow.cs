using Ledger.Documents.Fonts;

namespace Ledger.Documents.Layout;

/// <summary>
/// 签发人 (7.2.6): the label in 仿宋, the names in 楷体, the block one character in from the right; two names to a line, each
/// line's first name below the first, one when a name is long. Names of two characters are spread over three.
/// </summary>
internal static class SignersFlow
{
    private const string Label = "签发人：";
    private const int PerLine = 2, SpreadTo = 3, LongName = 5;

    /// <summary>The parts of each line, from left to right, still without a baseline.</summary>
    public static IReadOnlyList<IReadOnlyList<FixedLine>> Set(Flow flow, Head head)
    {
        if (head.Signers.Count == 0) return [];
        var (cell, size) = (flow.Style.Cell, flow.Style.BodySize);
        var spread = head.Signers.Any(name => name.Length >= SpreadTo);
        var names = head.Signers.Select(name => NameOf(flow, name, spread)).ToList();
        var rows = names.Chunk(names.Exists(name => name.Width > LongName * cell) ? 1 : PerLine).ToList();
        var label = flow.OneLine(Label, FontRole.Body);
        var columns = Enumerable.Range(0, rows[0].Length).Select(i => rows.Where(row => i < row.Length).Max(row => row[i].Width)).ToList();
        var left = flow.Frame.Width - cell - columns.Sum() - (columns.Count - 1) * cell;
        var node = new StructNode("P", flow.Root);
        return [.. rows.Select((row, at) => PartsOf(row, at).ToList())];

        IEnumerable<FixedLine> PartsOf(Line[] row, int at)
        {
            if (at == 0) yield return new FixedLine(label, size, left - label.Width, 0, node);
            for (var i = 0; i < row.Length; i++) yield return new FixedLine(row[i], size, left + i * (columns[0] + cell), 0, node);
        }
    }

    private static Line NameOf(Flow flow, string name, bool spread)
    {
        var pieces = flow.OnGrid([new StyledRun(name, FontRole.Kai)]);
        return LineSetter.Set(pieces, 0, 0, spread && pieces.Length < SpreadTo ? SpreadTo * flow.Style.Cell : 0, []);
    }
}
