using Ledger.Api.Setup;
using Ledger.Domain.Calendars;
using Wolverine.Http;

namespace Ledger.Api.Calendars;

/// <summary>One version of a rule, as people read it.</summary>
public sealed record RuleView(
    string Id, string Text, string English, string Basis, Severity Severity, DateOnly From, DateOnly? To, bool Verified, string? Note,
    AppliesTo AppliesTo, TriggerKind Trigger, string TriggerText, IReadOnlyList<string> Due, RulePeriod? Period, IReadOnlyList<int> Reminders,
    IReadOnlyList<string> SatisfiedBy)
{
    public static RuleView Of(LegalRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new(
            rule.Id, rule.Text, rule.English, rule.Basis, rule.Severity, rule.From, rule.To, rule.Verified, rule.Note,
            rule.AppliesTo, rule.Trigger.On, rule.Trigger.Text, [.. (rule.Due ?? []).Select(d => d.Before ? $"{d.Day}之前" : d.Day)], rule.Period, rule.Reminders,
            [.. (rule.SatisfiedBy ?? []).Select(all => string.Join(" + ", all.Select(c => c.AtLeast > 1 ? $"{c.Text}×{c.AtLeast}" : c.Text)))]);
    }
}

/// <summary>The arrangement of a year's holidays and where it was taken from.</summary>
public sealed record HolidaysView(int Year, string Document, DateOnly IssuedOn, string Url, bool Verified, IReadOnlyList<HolidaySpan> Off, IReadOnlyList<DateOnly> Work);

/// <summary>Everything the legal calendar goes by.</summary>
public sealed record RulesView(IReadOnlyList<RuleView> Rules, IReadOnlyList<HolidaysView> Holidays, IReadOnlyList<CampaignWindow> Campaigns)
{
    public static RulesView Of(LegalCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new(
            [.. calendar.Rules.Rules.Select(RuleView.Of)],
            [.. calendar.Days.Years.Select(y => new HolidaysView(y.Year, y.Source.Document, y.Source.IssuedOn, y.Source.Url, y.Verified, y.Off, y.Work))],
            calendar.Campaigns);
    }
}

/// <summary>The rules with basis, dates in force and whether their text was verified; with <c>?on=</c> those in force on that day.</summary>
public static class GetRules
{
    [WolverineGet("/api/rules")]
    public static IResult Get(string? on, HttpContext http, LegalCalendar calendar)
    {
        if (string.IsNullOrEmpty(on))
            return Results.Ok(RulesView.Of(calendar));
        if (AskedDay.Of(on) is not { } day)
            return Results.Problem(http.Invalid([AskedDay.BadDay]));
        return Results.Ok(RulesView.Of(calendar with { Rules = new RuleBook([.. calendar.Rules.InForce(day)]) }));
    }
}
