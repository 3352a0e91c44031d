using Ledger.Domain.Matters;
using Ledger.Domain.Reports;
using Marten;

namespace Ledger.Api.Reports;

/// <summary>What sections 3 and 4 are drafted from: the unit's shortcomings and plan items as they stand on a day.</summary>
public static class MattersOfReport
{
    public static async Task<ReportMatters> ReadAsync(IQuerySession session, int year, DateOnly asOf, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        var matters = await session.Query<Matter>().Where(m => m.Kind == "shortcoming" || m.Kind == "plan-item").ToListAsync(ct);
        if (matters.Count == 0)
            return ReportMatters.None;
        var shortcomings = YearMatters.Shortcomings(matters, year, asOf);
        var plans = YearMatters.PlanItems(matters, year + 1, asOf);
        return new ReportMatters(
            [.. shortcomings.Select(s => Told(s, plans.FirstOrDefault(p => Answers(p, s))))],
            [.. plans.Select(p => Told(p, shortcomings.FirstOrDefault(s => Answers(p, s))))],
            [.. YearMatters.PlanItems(matters, year, asOf).Select(p => Told(p, null))]);
    }

    private static bool Answers(PlanItemLine plan, ShortcomingLine shortcoming) =>
        plan.Shortcoming == shortcoming.Id.ToString() || plan.Shortcoming == shortcoming.Title;

    private static ReportedShortcoming Told(ShortcomingLine s, PlanItemLine? counterpart) => new(
        s.Id, s.Title, Sentence(s.Finding ?? s.Title), Clause(s.Cause), Clause(s.Measure), Clause(s.Progress),
        s.Standing switch
        {
            ShortcomingStanding.Closed => "已整改销号",
            ShortcomingStanding.CarriedOver => "结转下年继续整改",
            _ => s.Measure is null ? "正在研究整改措施" : "正在整改",
        },
        counterpart?.Title ?? "");

    private static ReportedPlan Told(PlanItemLine p, ShortcomingLine? answers) => new(
        p.Id, p.Title, Sentence(p.Target ?? p.Title),
        p.Outcome switch
        {
            PlanOutcome.Done => "已完成",
            PlanOutcome.PartlyDone => "部分完成",
            PlanOutcome.Dropped => "已按程序取消",
            PlanOutcome.CarriedOver => "结转下年",
            _ => "正在推进",
        },
        p.Outcome == PlanOutcome.UnderWay, Clause(p.Why), answers?.Title ?? "");

    /// <summary>Without the full stop somebody may have typed.</summary>
    private static string Clause(string? text) => (text ?? "").Trim().TrimEnd('。', '；', ';', '.');

    private static string Sentence(string text) => Clause(text) + "。";
}
