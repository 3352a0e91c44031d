using Ledger.Domain.Kinds;

namespace Ledger.Domain.Reports;

/// <summary>A section of the report in its place: one of the template's whole, or a heading with parts of the template's under it.</summary>
/// <param name="Section">Key of the section that is taken over with its own heading; null where a heading is given.</param>
/// <param name="Heading">The heading, where the section is put together anew.</param>
/// <param name="Parts">Keys of the parts that stand under that heading.</param>
public sealed record OrderedSection(
    [property: Holds(Personal.Nothing)] string? Section = null,
    [property: Holds(Personal.Nothing)] string? Heading = null,
    [property: Holds(Personal.Nothing)] IReadOnlyList<string>? Parts = null);

/// <summary>An order of sections seen in practice (domain rules §3.2), as the file beside the template states it.</summary>
/// <param name="Code">What it is called by.</param>
/// <param name="Name">In Chinese.</param>
/// <param name="EnglishName">In English.</param>
/// <param name="Source">Where it is seen.</param>
/// <param name="Sections">From first to last.</param>
public sealed record SectionOrder(string Code, string Name, string EnglishName, string Source, IReadOnlyList<OrderedSection> Sections)
{
    /// <summary>The collecting office's own list of headings, given with the choice.</summary>
    public const string Themes = "themes";

    /// <summary>What locks, versions and history call the order by, beside the keys of blocks.</summary>
    public const string Key = "sections";

    /// <summary>What is wrong with an order of this template's sections; nothing may be left out, nothing said twice.</summary>
    public static IEnumerable<Problem> Check(TemplateFile template, IReadOnlyList<OrderedSection> sections)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(sections);
        var placed = new HashSet<string>();
        for (var i = 0; i < sections.Count; i++)
        {
            var at = $"sections[{i}]";
            if (sections[i] is not { } section || (section.Section is null) == (section.Heading is null))
            {
                yield return new(at, "每一节要么取模板的一节，要么自拟标题列出段落", "A section is one of the template's, or a heading with parts");
                continue;
            }

            if (section.Heading is { } heading && (heading.Trim().Length is < 2 or > 60 || heading.Any(c => char.IsControl(c) || c is '{' or '}')))
                yield return new($"{at}.heading", "标题应为 2 到 60 字，不含花括号", "A heading has 2 to 60 characters and no braces");
            if (section.Heading is not null && section.Parts is not { Count: > 0 })
                yield return new($"{at}.parts", "标题下至少放一段", "A heading needs a part under it");
            var parts = section.Section is { } key ? template.Sections.FirstOrDefault(s => s.Key == key)?.Parts.Select(p => p.Key) : section.Parts ?? [];
            foreach (var part in parts ?? [section.Section!])
            {
                if (template.Sections.All(s => s.Parts.All(p => p.Key != part)))
                    yield return new(at, $"模板中没有“{part}”", $"The template has no '{part}'");
                else if (!placed.Add(part))
                    yield return new(at, $"“{part}”出现了两次", $"'{part}' stands there twice");
            }
        }

        foreach (var part in template.Sections.SelectMany(s => s.Parts).Where(p => !placed.Contains(p.Key)))
            yield return new("sections", $"漏了“{part.Key}”（{part.Heading}）", $"'{part.Key}' is left out");
    }
}
