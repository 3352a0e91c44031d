using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ledger.Domain.Kinds;
using Ledger.Domain.Reports;

namespace Ledger.Domain.Calendars;

/// <summary>What can be wrong with rules that read well: places that lead nowhere, days that are none, versions that overlap.</summary>
internal static partial class RuleChecks
{
    public static IEnumerable<Problem> Find(IReadOnlyList<LegalRule> rules) => rules.SelectMany((rule, i) =>
        (IEnumerable<Problem>)[.. Of(rule, $"$[{i}]"), .. Versions(rule, rules.Take(i), $"$[{i}]")]);

    /// <summary>A month and day as <c>03-01</c>; a day of leap years is none.</summary>
    public static bool IsMonthDay(string text) => DateOnly.TryParseExact($"2023-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static IEnumerable<Problem> Versions(LegalRule rule, IEnumerable<LegalRule> before, string place)
    {
        if (rule.To < rule.From)
            yield return new($"{place}.to", "失效日早于生效日", "Ends before it begins");
        if (before.Any(r => r.Id == rule.Id && !(r.To < rule.From) && !(rule.To < r.From)))
            yield return new($"{place}.from", $"{rule.Id} 的两个版本时间重叠", $"Two versions of {rule.Id} overlap");
    }

    private static IEnumerable<Problem> Of(LegalRule rule, string place)
    {
        if (!Code().IsMatch(rule.Id))
            yield return new($"{place}.id", "编号应写作 R-RPT-1，事项自定的写作 M-PLA-1", "An id is written R-RPT-1, or M-PLA-1 for what matters set themselves");
        foreach (var (name, text) in ((string, string)[])[("text", rule.Text), ("english", rule.English), ("basis", rule.Basis)])
        {
            if (string.IsNullOrWhiteSpace(text))
                yield return new($"{place}.{name}", "不能为空", "Must not be empty");
        }

        if (rule.Period is { } period && (period.Days is null) == (period.WorkingDays is null))
            yield return new($"{place}.period", "应写明 days 或 workingDays 之一", "Needs either days or workingDays");
        if (rule.Period is { } counted && (counted.Days ?? counted.WorkingDays) is < 1 or > 366)
            yield return new($"{place}.period", "期限应为 1 到 366 天", "A period has 1 to 366 days");
        if (rule.Trigger.On == TriggerKind.Year && rule.Due is not { Count: > 0 })
            yield return new($"{place}.due", "每年的规则应写明日期", "A yearly rule needs a day");
        foreach (var (due, i) in (rule.Due ?? []).Select((d, i) => (d, i)))
        {
            if (!IsMonthDay(due.Day) || !IsMonthDay(due.From) || due.FromYear is not (0 or -1))
                yield return new($"{place}.due[{i}]", "日期应写作 03-01，年份为 0 或 -1", "A day is written 03-01, its year 0 or -1");
        }

        if (rule.Reminders.Any(d => d is < 1 or > 366))
            yield return new($"{place}.remind", "提前天数应为 1 到 366", "Reminders lie 1 to 366 days ahead");
        if (rule.Nil is { } nil && Catalogue.FindFigure(nil) is null)
            yield return new($"{place}.nil", $"没有代码为“{nil}”的指标", $"There is no figure '{nil}'");
        foreach (var problem in (IEnumerable<Problem>)[.. OfTrigger(rule, place), .. OfConditions(rule, place)])
            yield return problem;
    }

    private static IEnumerable<Problem> OfTrigger(LegalRule rule, string place)
    {
        var trigger = rule.Trigger;
        if (trigger.On == TriggerKind.Campaign && string.IsNullOrEmpty(trigger.Campaign))
            yield return new($"{place}.trigger.campaign", "应写明哪项宣传活动", "Must name the campaign");
        if (trigger.On == TriggerKind.Matter && string.IsNullOrEmpty(trigger.Step))
            yield return new($"{place}.trigger.step", "应写明事项的哪一步", "Must name the step of a matter");
        if (trigger.On != TriggerKind.Entry)
            yield break;
        if (rule.Period is null)
            yield return new($"{place}.period", "由登记起算的规则应写明期限", "A rule counted from an entry needs a period");
        foreach (var problem in OfEntry(trigger.Entry, trigger.Where, $"{place}.trigger"))
            yield return problem;
        if (Catalogue.FindKind(trigger.Entry ?? "")?.Fields.Any(f => f.Name == trigger.Field && f.Type == FieldType.Date) == false)
            yield return new($"{place}.trigger.field", $"“{trigger.Entry}”没有日期字段“{trigger.Field}”", $"'{trigger.Entry}' has no date field '{trigger.Field}'");
    }

    private static IEnumerable<Problem> OfConditions(LegalRule rule, string place)
    {
        foreach (var (condition, at) in (rule.SatisfiedBy ?? []).SelectMany((all, a) => all.Select((c, i) => (c, $"{place}.satisfiedBy[{a}][{i}]"))))
        {
            if ((condition.Entry is not null ? 1 : 0) + (condition.Figure is not null ? 1 : 0) + (condition.Edition is not null ? 1 : 0) != 1)
                yield return new(at, "应写明 entry、figure、edition 之一", "Needs exactly one of entry, figure and edition");
            if (condition.Outcome is not null && condition.Edition != EditionStage.SecrecyReviewed)
                yield return new($"{at}.outcome", "outcome 只用于 edition: secrecy-reviewed", "An outcome is one of the edition's secrecy-reviewed");
            if (condition.AtLeast is < 1 or > 1000)
                yield return new($"{at}.atLeast", "次数应为 1 到 1000", "1 to 1000 times");
            if (condition.Figure is { } figure && Catalogue.FindFigure(figure) is null)
                yield return new($"{at}.figure", $"没有代码为“{figure}”的指标", $"There is no figure '{figure}'");
            foreach (var problem in condition.Entry is null ? [] : OfEntry(condition.Entry, condition.Where, at))
                yield return problem;
        }
    }

    private static IEnumerable<Problem> OfEntry(string? code, IReadOnlyDictionary<string, JsonElement>? where, string place)
    {
        if (Catalogue.FindKind(code ?? "") is not { } kind)
        {
            yield return new($"{place}.entry", $"没有代码为“{code}”的类别", $"There is no kind '{code}'");
            yield break;
        }

        foreach (var (name, wanted) in where ?? new Dictionary<string, JsonElement>())
        {
            var field = kind.Fields.FirstOrDefault(f => f.Name == name && f.Type == FieldType.Code);
            if (field is null || RuleFacts.Values(wanted).Except(field.Options.Select(o => o.Code)).Any())
                yield return new($"{place}.where.{name}", $"“{code}”没有这样的代码字段或者取值", $"'{code}' has no such code field or value");
        }
    }

    [GeneratedRegex("^[RM]-[A-Z]{2,5}-[0-9]{1,2}$")]
    private static partial Regex Code();
}
