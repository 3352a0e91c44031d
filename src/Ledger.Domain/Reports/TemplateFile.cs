using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ledger.Domain.Reports;

/// <summary>A part of a section: its heading (level 3) and what stands under it, as the template has it.</summary>
public sealed record TemplatePart(string Key, string Heading, string Body);

/// <summary>A section (level 2), what it says before its first part, and its parts.</summary>
public sealed record TemplateSection(string Key, string Heading, string Opening, IReadOnlyList<TemplatePart> Parts);

/// <summary>
/// A report's template as its file has it: a few lines about the report, what stands before the first section, sections
/// and parts by key – data that may be ordered anew.
/// </summary>
public sealed partial class TemplateFile
{
    private readonly Dictionary<string, string> _about;
    private readonly string _opening;
    private readonly ConcurrentDictionary<string, ReportTemplate> _parsed = new();

    private TemplateFile(string code, Dictionary<string, string> about, string opening, IReadOnlyList<TemplateSection> sections)
    {
        (Code, _about, _opening, Sections) = (code, about, opening, sections);
        if (Sections.SelectMany(s => s.Parts).GroupBy(p => p.Key).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ReportTemplateException($"{code}：“{twice.Key}”出现了两次 (the key '{twice.Key}' stands there twice)");
    }

    public string Code { get; }
    public string Name => _about.GetValueOrDefault("name") ?? Code;
    public string EnglishName => _about.GetValueOrDefault("english") ?? Code;

    /// <summary>What the report is for.</summary>
    public string Purpose => _about.GetValueOrDefault("purpose") ?? "";

    /// <summary>Whether it goes to the unit's addressees.</summary>
    public bool Addressed => _about.GetValueOrDefault("addressees") != "none";

    /// <summary>Whether it annexes every figure, and not only those it states.</summary>
    public bool WithEveryFigure => _about.GetValueOrDefault("figures") == "all";

    public IReadOnlyList<TemplateSection> Sections { get; }

    /// <exception cref="ReportTemplateException">The text is no template; the message names the place.</exception>
    public static TemplateFile Parse(string code, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = lines[0] == "---" ? Array.IndexOf(lines, "---", 1) : -1;
        var about = lines.Take(Math.Max(end, 0)).Skip(1).Select(l => l.Split(':', 2)).ToDictionary(l => l[0].Trim(), l => l[^1].Trim());
        var (opening, sections) = Split(lines.Skip(end + 1));
        var file = new TemplateFile(code, about, opening, sections);
        file.With(null);
        return file;
    }

    /// <summary>The template in this order of sections, or in its own.</summary>
    public ReportTemplate With(IReadOnlyList<OrderedSection>? order)
    {
        var text = Text(order ?? [.. Sections.Select(s => new OrderedSection(s.Key))]);
        if (_parsed.Count > 100)
            _parsed.Clear();
        return _parsed.GetOrAdd(text, ReportTemplate.Parse);
    }

    /// <summary>The orders to choose from, as the file beside the template has them.</summary>
    public static IReadOnlyList<SectionOrder> Orders(string json) => JsonSerializer.Deserialize<List<SectionOrder>>(json, LedgerJson.Options)!;

    private string Text(IReadOnlyList<OrderedSection> order)
    {
        var parts = Sections.SelectMany(s => s.Parts).ToDictionary(p => p.Key);
        var text = new StringBuilder(_opening);
        foreach (var placed in order)
        {
            if (placed.Section is { } key)
            {
                var section = Sections.First(s => s.Key == key);
                text.Append("## ").Append(section.Heading).Append('\n').Append(section.Opening);
                foreach (var part in section.Parts)
                    Append(part);
            }
            else
            {
                // A heading somebody typed is words and no markup.
                text.Append("## ").Append(Markup().Replace(placed.Heading!.Trim(), @"\$0")).Append("\n\n");
                foreach (var part in placed.Parts ?? [])
                    Append(parts[part]);
            }
        }

        return text.ToString();

        void Append(TemplatePart part) => text.Append(part.Heading.Length == 0 ? "" : $"### {part.Heading}\n").Append(part.Body);
    }

    private static (string Opening, IReadOnlyList<TemplateSection> Sections) Split(IEnumerable<string> lines)
    {
        var opening = new StringBuilder();
        var sections = new List<(string Key, string Heading, StringBuilder Opening, List<(string Key, string Heading, StringBuilder Body)> Parts)>();
        foreach (var line in lines)
        {
            if (Keyed().Match(line) is { Success: true } heading)
            {
                var (key, words) = (heading.Groups["key"].Value, heading.Groups["words"].Value);
                if (heading.Groups["level"].Length == 2)
                    sections.Add((key, words, new StringBuilder(), []));
                else
                    sections[^1].Parts.Add((key, words, new StringBuilder()));
                continue;
            }

            var into = sections.Count == 0 ? opening : sections[^1].Parts.Count == 0 ? sections[^1].Opening : sections[^1].Parts[^1].Body;
            into.Append(line).Append('\n');
        }

        return (opening.ToString(), [.. sections.Select(s => new TemplateSection(
            s.Key, s.Heading, s.Opening.ToString(), [.. s.Parts.Select(p => new TemplatePart(p.Key, p.Heading, p.Body.ToString()))]))]);
    }

    [GeneratedRegex(@"^(?<level>##|###) (?<words>.*?) *\{#(?<key>[a-z0-9-]+)\}$")]
    private static partial Regex Keyed();

    [GeneratedRegex(@"[\\`*_\[\]<>#+!|~&-]")]
    private static partial Regex Markup();
}
