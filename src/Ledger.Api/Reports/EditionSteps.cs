using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Reports;
using Marten;

namespace Ledger.Api.Reports;

/// <summary>How an edition takes a step of its life: what was sent is checked, and what speaks against it asks for a reason.</summary>
public static class EditionSteps
{
    public static async Task<IResult> TakeAsync(
        IEditionStep step, IEnumerable<Problem> problems, string unit, int year, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(units);
        var number = step.Edition;
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        List<Problem> wrong = [.. problems, .. Said(step.Reason, "reason", 0, 500)];
        if (wrong.Count > 0)
            return Results.Problem(http.Invalid(wrong));
        if (await session.LoadAsync<Edition>(Edition.IdOf(year, number), ct) is not { } edition)
            return Results.Problem(http.Refuse(404, "unknown-edition", $"{year} 年没有第 {number} 版报告", $"There is no edition {number} of {year}"));
        var report = await ReportLog.HoldAsync(session, unit, year, ct);
        if (string.IsNullOrWhiteSpace(step.Reason) && EditionGuards.Of(report.State, edition, step).ToList() is { Count: > 0 } warnings)
            return Results.Problem(http.WantsReason(warnings));
        report.Append(step);
        return Results.Ok(EditionView.Of(edition, (await report.SaveAsync(ct)).LifeOf(number)));
    }

    /// <summary>Plain text of so many characters; of none at least it may be left out.</summary>
    public static IEnumerable<Problem> Said(string? text, string path, int atLeast, int atMost)
    {
        if (!PlainText.Is(text ?? "", atLeast, atMost))
            yield return new(path, atLeast == 0 ? $"最多 {atMost} 字，不含控制字符" : $"请写明（{atLeast} 至 {atMost} 字）", $"{atLeast} to {atMost} characters, no control characters");
    }

    /// <summary>A day that has come, in the year reported or after it.</summary>
    public static IEnumerable<Problem> Day(DateOnly? on, int year, TimeProvider clock)
    {
        if (on is not { } day || day > ChinaCalendar.Today(clock) || day.Year < year)
            yield return new("on", "日期必填，不能早于报告年度，也不能晚于今天", "A date in the year reported or after it, and not after today, is required");
    }
}
