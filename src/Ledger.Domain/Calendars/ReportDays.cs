namespace Ledger.Domain.Calendars;

/// <summary>The two days that a year's report has to keep, by the rules of the legal calendar in force on them.</summary>
/// <param name="Submission">To the party committee and the government; null where no rule asks for it in that year.</param>
/// <param name="Publication">To the public.</param>
public sealed record ReportDays(Deadline? Submission, Deadline? Publication)
{
    public const string SubmissionRule = "R-RPT-1";
    public const string PublicationRule = "R-RPT-2";

    /// <param name="calendar">The legal calendar.</param>
    /// <param name="facts">What is known of the unit; of its entries only those these rules look at need be there.</param>
    /// <param name="year">The year reported.</param>
    /// <param name="on">The day as of which it is judged.</param>
    public static ReportDays Of(LegalCalendar calendar, UnitFacts facts, int year, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(facts);
        var both = Deadlines.Of(calendar with { Rules = Rules(calendar) }, facts, year + 1, on)
            // Whoever collects the reports asks a unit that logged nothing as well.
            .Select(d => d.State == DeadlineState.NotApplicable && !facts.Of(year).HasAnything ? d with { State = on > d.Due ? DeadlineState.Overdue : DeadlineState.Later } : d)
            .ToList();
        return new(both.FirstOrDefault(d => d.Rule == SubmissionRule), both.FirstOrDefault(d => d.Rule == PublicationRule));
    }

    /// <summary>The kinds of entries that can stand for a step of the report.</summary>
    public static IReadOnlyList<string> Kinds(LegalCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return [.. Rules(calendar).Rules.SelectMany(r => r.SatisfiedBy ?? []).SelectMany(all => all.Select(c => c.Entry)).OfType<string>().Distinct()];
    }

    private static RuleBook Rules(LegalCalendar calendar) => new([.. calendar.Rules.Rules.Where(r => r.Id is SubmissionRule or PublicationRule)]);
}
