using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;

namespace Ledger.Domain.Figures;

/// <summary>The counting rule in force, in words and with its version.</summary>
public sealed record RuleText(int Version, string Text, string EnglishText)
{
    /// <summary>What holds for every figure (counting rules 2, 3 and 5).</summary>
    public const string ForAll = "各项指标按活动发生日期归入年度；主办、协办计入，参加的另列；更正、作废以最后登记为准。";

    public static RuleText Of(FigureDefinition figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var (name, english) = Source(figure);
        List<FieldDefinition> fields = [.. figure.Fields];
        string Label(string? field) => string.Join("＋", (field ?? "").Split('+').Select(f => fields.FirstOrDefault(x => x.Name == f)?.Limits.Label ?? f));
        var rule = figure.Rule;
        var only = rule.WhenField is null ? "" : $"，仅限{Label(rule.WhenField)}为{string.Join("、", rule.WhenCodes.Select(c => fields.First(f => f.Name == rule.WhenField).Options.First(o => o.Code == c).Label))}";
        var all = rule.Participants ? "，参加的也计入" : "";
        var text = rule.Measure switch
        {
            Measure.Entries => $"每登记一项“{name}”计1{figure.Unit}",
            Measure.Sum => $"各项“{name}”的{Label(rule.Field)}之和，未填的不计",
            Measure.Distinct => $"各项“{name}”的{Label(rule.Field)}，同名只计一次",
            Measure.Rate => $"{Label(rule.Field)}÷{Label(rule.Denominator)}，只计两者都填的登记",
            Measure.Share => $"{Label(rule.Field)}为“是”的登记数÷填写了该项的登记数",
            _ => $"各项“{name}”中同名同单位计数项之和",
        };
        var split = rule.By is null ? "" : $"，按{Label(rule.By)}分列";
        return new RuleText(
            rule.Version,
            $"{text}{only}{split}{all}",
            $"{rule.Measure} of '{english}' ({rule.Field ?? "entries"}{(rule.Denominator is null ? "" : $" / {rule.Denominator}")}{(rule.By is null ? "" : $", by {rule.By}")}{(rule.WhenField is null ? "" : $", {rule.WhenField} of {string.Join("/", rule.WhenCodes)} only")}{(rule.Participants ? ", participation included" : "")})");
    }

    /// <summary>What feeds the figure, in words.</summary>
    private static (string Name, string EnglishName) Source(FigureDefinition figure)
    {
        if (!figure.OfMatters)
            return Catalogue.FindKind(figure.Kind) is { } kind ? (kind.Name, kind.EnglishName) : (figure.Name, figure.EnglishName);
        var matter = MatterCatalogue.Find(figure.Kind)!;
        var steps = figure.Steps.Select(c => matter.FindStep(c)!).ToList();
        return (
            $"{matter.Name}：{string.Join("、", steps.Select(s => s.Name))}",
            $"{matter.EnglishName}: {string.Join(", ", steps.Select(s => s.EnglishName))}");
    }
}
