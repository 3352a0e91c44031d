using System.Security.Cryptography;
using System.Text;
using Fluid;
using Ledger.Domain.Figures;

namespace Ledger.Domain.Reports;

/// <summary>A report template: Markdown with Liquid, data and not code, because sections differ from place to place.</summary>
public sealed class ReportTemplate
{
    private static readonly TemplateParser Parser = new();
    private static readonly TemplateOptions Options = NewOptions();
    private readonly IFluidTemplate _template;

    private ReportTemplate(IFluidTemplate template, string sha256)
    {
        _template = template;
        Sha256 = sha256;
    }

    public string Sha256 { get; }

    /// <exception cref="ReportTemplateException">The text is no template; the message names the place.</exception>
    public static ReportTemplate Parse(string text) =>
        new(ParseText(text), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));

    /// <summary>Checks prose a person wrote: it may print figures, and nothing else of the template language.</summary>
    public static void CheckProse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Contains("{%", StringComparison.Ordinal))
            throw new ReportTemplateException("正文中不能使用 {% … %} (no tags in prose)");
        ParseProse(text);
    }

    internal static IFluidTemplate ParseProse(string text) => ParseText(text);

    /// <summary>The report's text and everything noticed while writing it.</summary>
    public ReportModel Render(ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var (unit, year, book) = (input.Unit, input.Year, input.Book);
        var scope = new TemplateScope(book, input.Prose);
        var context = new TemplateContext(Options);
        context.AmbientValues[TemplateParser.Scope] = scope;
        context.SetValue("year", year);
        context.SetValue("next_year", year + 1);
        context.SetValue("unit", new { name = unit.Name, shortName = unit.ShortName });
        context.SetValue("shortcomings", input.Matters.Shortcomings);
        context.SetValue("plans", input.Matters.Plans);
        context.SetValue("promises", input.Matters.Promises);
        // Into memory: it never waits.
        _template.RenderAsync(scope.Output, NullEncoder.Default, context).AsTask().GetAwaiter().GetResult();
        var (title, blocks) = ReportMarkdown.Read(scope.Output.ToString());
        var headings = blocks.Where(b => b.Level > 0).ToList();
        var figures = Figure.ReadAll(book, unit.Enforcement);
        if (!input.WithEveryFigure)
            figures = [.. figures.Where(f => scope.Said.Any(s => s.Figures.Any(said => said.Code == f.Code)))];
        return new ReportModel
        {
            Unit = unit,
            Year = year,
            Title = title,
            Addressees = input.Addressed ? unit.Addressees : [],
            IssuedOn = input.IssuedOn,
            Sequence = book.Sequence,
            AsOf = book.KnownAt,
            Blocks = blocks,
            Figures = [.. figures.Select(f => new ReportFigure(f, input.LastYear?.GetValueOrDefault(f.Code)))],
            Prose = scope.Prose,
            Findings = [.. scope.Findings, .. TypedNumbers.Find(blocks, [unit.Name, unit.ShortName, .. input.Matters.Quoted])],
            Claims = [.. scope.Said.Select(s => new Claim(s.Heading == 0 ? title : headings[s.Heading - 1].Text, ReportMarkdown.PlainText(s.Markdown), s.Backing, s.Figures))],
            TemplateSha256 = Sha256,
        };
    }

    private static IFluidTemplate ParseText(string text) =>
        Parser.TryParse(text, out var template, out var error)
            ? template
            : throw new ReportTemplateException($"模板有误：{error} (the template cannot be read: {error})");

    private static TemplateOptions NewOptions()
    {
        var options = new TemplateOptions { MemberAccessStrategy = new UnsafeMemberAccessStrategy(), MaxSteps = 100_000 };
        options.Filters.AddFilter("figure", TemplateParser.Figure);
        options.Filters.AddFilter("words", TemplateParser.Words);
        return options;
    }
}
