using Ledger.Domain.Reports;

namespace Ledger.Domain.Calendars;

/// <summary>An edition of a year's report came this far on that day.</summary>
/// <param name="Stage">How far.</param>
/// <param name="Number">The edition.</param>
/// <param name="On">The day that the step states, or on which it was entered.</param>
/// <param name="Outcome">Of the report's last secrecy review; of an earlier one it says nothing any more.</param>
public sealed record EditionFact(EditionStage Stage, int Number, DateOnly On, SecrecyOutcome? Outcome = null)
{
    /// <summary>Everything that happened to a year's editions.</summary>
    public static IReadOnlyList<EditionFact> Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var last = report.Lives.Values.SelectMany(l => l.Marks).LastOrDefault(m => m.Step is EditionSecrecyReviewed);
        return
        [
            .. report.Lives.Values.Where(l => l.FrozenAt is not null).Select(l => new EditionFact(EditionStage.Frozen, l.Number, ChinaCalendar.DayOf(l.FrozenAt!.Value))),
            .. report.Lives.Values.SelectMany(l => l.Marks.Select(m => new EditionFact(m.Stage, l.Number, m.On, m == last ? ((EditionSecrecyReviewed)m.Step).Outcome : null))),
        ];
    }
}
