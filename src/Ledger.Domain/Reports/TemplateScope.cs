using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Reports;

/// <summary>What a rendering knows and what it learns on the way: figures asked for, prose met, things to look at.</summary>
internal sealed class TemplateScope(YearBook book, IReadOnlyDictionary<string, string> prose)
{
    private readonly Dictionary<string, Figure> _read = [];
    private int _scanned;
    private int _headings;
    private readonly Stack<List<(Figure Figure, decimal Value)>> _sentences = new();

    /// <summary>The report's text as far as it is written.</summary>
    public StringWriter Output { get; } = new();

    public List<ProseBlock> Prose { get; } = [];
    public List<Finding> Findings { get; } = [];

    /// <summary>What was said, under which heading (counted from one, zero before the first), and on which figures.</summary>
    public List<(int Heading, string Markdown, Backing Backing, IReadOnlyList<Figure> Figures)> Said { get; } = [];

    public IReadOnlyDictionary<string, string> Written { get; } = prose;

    /// <summary>The linked number of a figure, or of one part of its split; remembered by the sentence it stands in.</summary>
    public string Print(string code, string? part)
    {
        var figure = Read(code);
        var value = part is null ? figure.Value ?? 0 : figure.Breakdown.Values.Select(parts => parts.GetValueOrDefault(part)).FirstOrDefault(v => v != 0);
        foreach (var sentence in _sentences)
            sentence.Add((figure, value));
        var text = part is null ? FigureText.Of(figure) : FigureText.Number(value, approximate: false);
        return $"[{text}](figure:{Uri.EscapeDataString(part is null ? code : $"{code}/{part}")})";
    }

    public Figure Read(string code)
    {
        if (_read.TryGetValue(code, out var known))
            return known;
        var definition = Catalogue.FindFigure(code) ?? throw new ReportTemplateException($"模板引用了不存在的指标“{code}” (the template names the figure '{code}', which does not exist)");
        return _read[code] = Figure.Read(definition, book);
    }

    /// <summary>How many headings below the title there are so far.</summary>
    public int Heading()
    {
        var text = Output.GetStringBuilder();
        foreach (var line in text.ToString(_scanned, text.Length - _scanned).AsSpan().EnumerateLines())
            _headings += line.StartsWith("##") ? 1 : 0;
        _scanned = text.Length;
        return _headings;
    }

    public void BeginSentence() => _sentences.Push([]);

    /// <summary>The figures the sentence just rendered stands on.</summary>
    public IReadOnlyList<(Figure Figure, decimal Value)> EndSentence() => _sentences.Pop();
}

/// <summary>The template cannot be read; the message names the place.</summary>
public sealed class ReportTemplateException(string message) : Exception(message);
