namespace Ledger.Domain.Calendars;

/// <summary>A period counted from a day, and how it was counted, in words.</summary>
internal static class PeriodText
{
    public static (CountedDay Due, string How, string English) Of(WorkingDays days, RulePeriod period, DateOnly from, RuleTrigger trigger)
    {
        if (period.WorkingDays is { } working)
        {
            var due = days.Add(from, working);
            return (due,
                $"{trigger.Text} {Deadlines.Chinese(from)} + {working}个工作日（当日不计，节假日顺延）= {Deadlines.Chinese(due.Day)}",
                $"{trigger.English} {Deadlines.English(from)} + {working} working days (that day not counted) = {Deadlines.English(due.Day)}");
        }

        var last = from.AddDays(period.Days!.Value);
        var end = period.Rolls ? days.OnOrAfter(last) : new CountedDay(last, []);
        var rolled = end.Day == last ? ("", "") : ($"，当天休息，顺延至{Deadlines.Chinese(end.Day)}", $", a day off, so {Deadlines.English(end.Day)}");
        return (end,
            $"{trigger.Text} {Deadlines.Chinese(from)} + {period.Days}日（当日不计）= {Deadlines.Chinese(last)}{rolled.Item1}",
            $"{trigger.English} {Deadlines.English(from)} + {period.Days} days (that day not counted) = {Deadlines.English(last)}{rolled.Item2}");
    }

    /// <summary>The period in general, where nothing has set it off.</summary>
    public static string Rule(LegalRule rule) => rule.Period switch
    {
        { WorkingDays: { } working } period => $"自{rule.Trigger.Text}之日起{Limit(period.Limit)}{working}个工作日",
        { Days: { } days } period => $"自{rule.Trigger.Text}之日起{Limit(period.Limit)}{days}日",
        _ => rule.Trigger.Text,
    };

    public static string EnglishRule(LegalRule rule) => rule.Period switch
    {
        { WorkingDays: { } working } => $"{working} working days after {rule.Trigger.English}",
        { Days: { } days } => $"{days} days after {rule.Trigger.English}",
        _ => rule.Trigger.English,
    };

    private static string Limit(PeriodLimit limit) => limit switch { PeriodLimit.AtLeast => "不少于", PeriodLimit.Ahead => "提前", _ => "" };
}
