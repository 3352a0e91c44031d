using System.Text.RegularExpressions;
using Ledger.Domain.Reports;

namespace Ledger.Domain.Wording;

/// <summary>A heading (level from 1) or a paragraph (level 0) of a text.</summary>
/// <param name="Level">The heading's level; 0 for a paragraph.</param>
/// <param name="Text">What it says, a heading with its number.</param>
/// <param name="Place">The heading it stands under; a heading's own text.</param>
public sealed record WordedBlock(int Level, string Text, string Place);

/// <summary>A report as the rules of wording read it: one of ours, or the plain text of one written elsewhere.</summary>
public sealed partial record WordedText
{
    public required string Title { get; init; }
    public required IReadOnlyList<string> Addressees { get; init; }
    public required IReadOnlyList<WordedBlock> Blocks { get; init; }

    /// <summary>The issuer, as the title names it.</summary>
    public required string Issuer { get; init; }

    /// <summary>One of ours: its numbers are figures, and signature and date are set by the layout.</summary>
    public bool IsOurs { get; init; }

    public IEnumerable<WordedBlock> Paragraphs => Blocks.Where(b => b.Level == 0);

    public static WordedText Of(ReportModel report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new() { Title = report.Title, Addressees = report.Addressees, Issuer = report.Unit.Name, IsOurs = true, Blocks = Placed(report.Blocks.Select(b => (b.Level, b.Text)), report.Title) };
    }

    /// <summary>Plain text, a line a block: title lines, an addressee that ends in a colon, headings by their numbers, paragraphs.</summary>
    public static WordedText Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var addressee = Array.FindIndex(lines, line => line.EndsWith('：') || line.EndsWith(':'));
        var title = string.Concat(lines.Take(Math.Max(addressee, 1)));
        // Where the first level has 一、, arabic numbers are the third and fourth.
        var proper = lines.Any(line => Chinese().IsMatch(line));
        var about = title.IndexOf("关于", StringComparison.Ordinal);
        return new()
        {
            Title = title,
            Addressees = addressee < 0 ? [] : lines[addressee].TrimEnd('：', ':').Split('、', '，'),
            Issuer = about > 0 ? title[..about] : "",
            Blocks = Placed(lines.Skip(Math.Max(addressee + 1, 1)).Select(line => (LevelOf(line, proper), line)), title),
        };
    }

    private static List<WordedBlock> Placed(IEnumerable<(int Level, string Text)> blocks, string title)
    {
        var place = title;
        return [.. blocks.Select(b => new WordedBlock(b.Level, b.Text, b.Level > 0 ? place = b.Text : place))];
    }

    private static int LevelOf(string line, bool proper) =>
        line.Length > 40 || line.Contains('。', StringComparison.Ordinal) ? 0
        : Chinese().IsMatch(line) ? 1
        : ChineseBracketed().IsMatch(line) ? 2
        : Arabic().IsMatch(line) ? proper ? 3 : 1
        : ArabicBracketed().IsMatch(line) ? proper ? 4 : 2
        : 0;

    [GeneratedRegex("^[一二三四五六七八九十]+、")]
    private static partial Regex Chinese();

    [GeneratedRegex("^[（(][一二三四五六七八九十]+[）)]")]
    private static partial Regex ChineseBracketed();

    [GeneratedRegex(@"^\d+[、.．]")]
    private static partial Regex Arabic();

    [GeneratedRegex(@"^[（(]\d+[）)]")]
    private static partial Regex ArabicBracketed();
}
