using System.Text;
using System.Text.RegularExpressions;
using Ledger.Documents.Drawings;

namespace Ledger.Documents.Charts;

/// <summary>
/// The categories' names below the plot: on one line when they fit, numbered ones (1日, 2日 …) at even steps, short ones
/// on up to three lines, long ones from top to bottom as Chinese may be written. Never turned.
/// </summary>
internal sealed partial record CategoryLabels(IReadOnlyList<Shape> Shapes, double Height)
{
    private const double Top = 4, Between = 3;
    private const int MostLines = 3, MostStacked = 12;

    public static CategoryLabels Of(IReadOnlyList<string> names, Plot plot)
    {
        foreach (var size in ChartStyle.Sizes)
        {
            if (names.All(name => LabelWidth.Of(name, size) + Between <= plot.Slot)) return Set(names.Select(name => new[] { name }), plot, size);
        }

        if (names.All(Numbered().IsMatch)) return Stepped(names, plot);
        foreach (var size in ChartStyle.Sizes)
        {
            var wrapped = names.Select(name => Wrap(name, size, plot.Slot - Between)).ToList();
            if (wrapped.All(lines => lines.Length <= MostLines)) return Set(wrapped, plot, size);
        }

        var fitting = ChartStyle.Sizes.FirstOrDefault(size => size <= plot.Slot, ChartStyle.Sizes[^1]);
        return Set(names.Select(Stack), plot, fitting);
    }

    private static CategoryLabels Set(IEnumerable<string[]> names, Plot plot, double size)
    {
        var (shapes, most) = (new List<Shape>(), 1);
        foreach (var (lines, i) in names.Select((lines, i) => (lines, i)))
        {
            for (var line = 0; line < lines.Length; line++)
                shapes.Add(new Label(lines[line], plot.X(i), plot.Area.Bottom + Top + size + line * (size + 1.5), size));
            most = Math.Max(most, lines.Length);
        }

        return new(shapes, Top + size + (most - 1) * (size + 1.5) + 3);
    }

    private static CategoryLabels Stepped(IReadOnlyList<string> names, Plot plot)
    {
        var step = (int)Math.Ceiling((names.Max(name => LabelWidth.Of(name, ChartStyle.Size)) + Between) / plot.Slot);
        return Set(names.Select((name, i) => i % step == 0 ? new[] { name } : []), plot, ChartStyle.Size);
    }

    // Lines of nearly the same length; a number stays in one piece.
    private static string[] Wrap(string name, double size, double width)
    {
        var pieces = Pieces().Matches(name).Select(match => match.Value).ToList();
        if (pieces.Count == 0) return [];
        for (var count = 1; count <= MostLines; count++)
        {
            var aim = Math.Max(LabelWidth.Of(name, size) / count, pieces.Max(piece => LabelWidth.Of(piece, size)));
            for (; aim <= width; aim += size / 2)
            {
                var lines = Fill(pieces, size, aim + 0.01);
                if (lines.Count <= count) return [.. lines];
            }
        }

        return new string[MostLines + 1];
    }

    private static List<string> Fill(List<string> pieces, double size, double width)
    {
        var lines = new List<string> { "" };
        foreach (var piece in pieces)
        {
            if (lines[^1].Length > 0 && LabelWidth.Of(lines[^1] + piece, size) > width) lines.Add(piece);
            else lines[^1] += piece;
        }

        return lines;
    }

    private static string[] Stack(string name)
    {
        var runes = name.EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune)).Select(rune => rune.ToString()).ToList();
        return [.. runes.Count <= MostStacked ? runes : [.. runes.Take(MostStacked - 1), "…"]];
    }

    [GeneratedRegex(@"^\d+\D?$")]
    private static partial Regex Numbered();

    // A closing mark stays with what it closes.
    [GeneratedRegex(@"([（《“]?([0-9.%]+|[A-Za-z]+|[\uD800-\uDBFF][\uDC00-\uDFFF]|.)[）》”、，。％]?)", RegexOptions.Singleline)]
    private static partial Regex Pieces();
}
