using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Fluid;
using Fluid.Ast;
using Fluid.Values;
using Ledger.Domain.Figures;

namespace Ledger.Domain.Reports;

/// <summary>
/// Liquid with two blocks of our own: <c>{% sentence %}</c>, left out or replaced by its nil phrase when all its figures
/// are zero, and <c>{% prose "key" %}</c>, which people may write themselves.
/// </summary>
internal sealed partial class TemplateParser : FluidParser
{
    public const string Scope = "scope";

    public TemplateParser()
    {
        RegisterParserBlock("sentence", ZeroOrOne(Primary), SentenceAsync);
        RegisterExpressionBlock("prose", ProseAsync);
    }

    public static ValueTask<FluidValue> Figure(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var part = arguments.At(0);
        return new StringValue(ScopeOf(context).Print(input.ToStringValue(), part.IsNil() ? null : part.ToStringValue()), encode: false);
    }

    /// <summary>What somebody typed, as words: nothing in it is markup.</summary>
    public static ValueTask<FluidValue> Words(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        new StringValue(Markup().Replace(input.ToStringValue().ReplaceLineEndings(" ").Trim(), @"\$0"), encode: false);

    private static TemplateScope ScopeOf(TemplateContext context) => (TemplateScope)context.AmbientValues[Scope];

    private static async ValueTask<Completion> SentenceAsync(
        Expression? nil, IReadOnlyList<Statement> body, TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var scope = ScopeOf(context);
        scope.BeginSentence();
        var text = await RenderAsync(body, encoder, context);
        var figures = scope.EndSentence();
        if (figures.Count > 0)
            scope.Said.Add((scope.Heading(), text, Claim.OfSentence(figures), [.. figures.Select(f => f.Figure).Distinct()]));
        if (figures.Count == 0 || figures.Any(f => f.Value != 0))
        {
            await writer.WriteAsync(text);
            return Completion.Normal;
        }

        if (nil is null && figures.All(f => f.Figure.State != FigureState.NilConfirmed))
            return Completion.Normal;
        // What somebody confirmed is said, in the template's words or in plain ones.
        var phrase = nil is null
            ? $"经确认，本年度{string.Join("、", figures.Where(f => f.Figure.State == FigureState.NilConfirmed).Select(f => f.Figure.Name).Distinct())}为零。"
            : (await nil.EvaluateAsync(context)).ToStringValue();
        var unsure = figures.Where(f => f.Figure.State == FigureState.NeverEntered).Select(f => f.Figure).Distinct().ToList();
        if (unsure.Count == 0)
            await writer.WriteAsync(phrase);
        else
            scope.Findings.Add(new Finding("nil-unconfirmed", string.Join("、", unsure.Select(f => f.Name)), phrase, "没有登记，也没有人确认为零，这句话未写入报告：请登记或作零报告确认"));
        return Completion.Normal;
    }

    private static async ValueTask<Completion> ProseAsync(
        Expression key, IReadOnlyList<Statement> body, TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var scope = ScopeOf(context);
        var name = (await key.EvaluateAsync(context)).ToStringValue();
        var written = scope.Written.TryGetValue(name, out var text);
        scope.BeginSentence();
        var rendered = written ? await WrittenAsync(text!, encoder, context) : await RenderAsync(body, encoder, context);
        var figures = scope.EndSentence();
        if (rendered.Length > 0)
            scope.Said.Add((scope.Heading(), rendered, figures.Count > 0 ? Claim.OfSentence(figures) : written ? Backing.Worded : Backing.Template, [.. figures.Select(f => f.Figure).Distinct()]));
        scope.Prose.Add(new ProseBlock(name, written ? text! : rendered, written));
        await writer.WriteAsync(rendered);
        return Completion.Normal;
    }

    /// <summary>What a person wrote may name figures but is otherwise plain text: nothing in it is markup.</summary>
    private static async ValueTask<string> WrittenAsync(string text, TextEncoder encoder, TemplateContext context)
    {
        var template = ReportTemplate.ParseProse(string.Concat(Outputs().Split(text).Select(p => p.StartsWith("{{", StringComparison.Ordinal) ? p : Markup().Replace(p, @"\$0"))));
        return await template.RenderAsync(context, encoder);
    }

    private static async ValueTask<string> RenderAsync(IReadOnlyList<Statement> body, TextEncoder encoder, TemplateContext context)
    {
        await using var text = new StringWriter();
        foreach (var statement in body)
            await statement.WriteToAsync(text, encoder, context);
        return text.ToString();
    }

    [GeneratedRegex(@"(\{\{.*?\}\})")]
    internal static partial Regex Outputs();

    [GeneratedRegex(@"[\\`*_\[\]<>#+!|~&-]|(?<=^\s*\d+)[.)]", RegexOptions.Multiline)]
    private static partial Regex Markup();
}
