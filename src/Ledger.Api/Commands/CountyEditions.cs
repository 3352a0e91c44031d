using Ledger.Domain.Reports;
using Ledger.Domain.Units;

namespace Ledger.Api.Commands;

/// <summary>How the sample county's reports go their way, in invented names: most in time, one late, one never published, two never begun.</summary>
internal static class CountyEditions
{
    /// <summary>Those that file in February.</summary>
    public static IReadOnlyList<Unit> InTime { get; } = [.. CountyYears.Units.Take(9)];

    /// <summary>Files in March, too late.</summary>
    public static Unit Late { get; } = CountyYears.Units[9];

    /// <summary>Those whose report is published in March.</summary>
    public static IEnumerable<Unit> Published => InTime.Take(8);

    /// <summary>From the office's review to the submission, all on the day it was frozen.</summary>
    public static IReadOnlyList<IEditionStep> Submitted(Unit unit, int year, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return
        [
            new EditionOfficeReviewed(year, 1, "核稿员（虚构）", "数字已核对", null),
            new EditionSecrecyReviewed(year, 1, "保密员（虚构）", SecrecyOutcome.MayPublish, null, null),
            new EditionSigned(year, 1, "主要负责人（虚构）", "同意", null),
            new EditionNumbered(year, 1, $"样例〔{on.Year}〕{CountyYears.Units.ToList().IndexOf(unit) + 1}号", null),
            new EditionSubmitted(year, 1, on, ["样例县人民政府（虚构）", "中共样例县委（虚构）"], ["样例县委依法治县办（虚构）"], null, unit == Late ? "定稿晚，逾期报送（虚构）" : null),
        ];
    }

    public static IEditionStep PublishedOn(int year, DateOnly on) => new EditionPublished(year, 1, on, "https://example.invalid/report", null);
}
