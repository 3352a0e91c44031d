using Ledger.Api.Entries;
using Ledger.Api.Reports;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Documents;
using Ledger.Domain;
using Ledger.Domain.Calendars;
using Wolverine.Http;

namespace Ledger.Api.Calendars;

/// <summary>A month's sheet as PDF and Word: what falls due (提示单), or what is past (督办单).</summary>
public static class GetSheet
{
    [WolverineGet("/api/units/{unit}/sheets/{year}-{month}.pdf")]
    public static async Task<IResult> Pdf(string unit, int year, int month, string? kind, HttpContext http, KnownUnits units, DeadlineReader deadlines, LegalCalendar calendar, TimeProvider clock, CancellationToken ct)
    {
        var (document, refusal) = await DocumentAsync(unit, year, month, kind, http, units, deadlines, calendar, clock, ct);
        if (refusal is not null)
            return refusal;
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{unit}-{year}-{month:00}-{kind ?? "reminder"}.pdf\"";
        return Results.Bytes(PdfRenderer.Render(document!, ReportFonts.Library).Bytes, "application/pdf");
    }

    [WolverineGet("/api/units/{unit}/sheets/{year}-{month}.docx")]
    public static async Task<IResult> Word(string unit, int year, int month, string? kind, HttpContext http, KnownUnits units, DeadlineReader deadlines, LegalCalendar calendar, TimeProvider clock, CancellationToken ct)
    {
        var (document, refusal) = await DocumentAsync(unit, year, month, kind, http, units, deadlines, calendar, clock, ct);
        return refusal ?? Results.File(WordRenderer.Render(document!), EvidenceType.Docx.MediaType, $"{unit}-{year}-{month:00}-{kind ?? "reminder"}.docx");
    }

    private static async Task<(OfficialDocument? Document, IResult? Refusal)> DocumentAsync(
        string unit, int year, int month, string? kind, HttpContext http, KnownUnits units, DeadlineReader deadlines, LegalCalendar calendar, TimeProvider clock, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return (null, Results.Problem(http.UnknownUnit(unit)));
        var problems = new List<Problem>();
        if (year is < 2000 or > 2100)
            problems.Add(AskedDay.BadYear);
        if (month is < 1 or > 12)
            problems.Add(new("month", "月份应在 1 到 12 之间", "The month must lie between 1 and 12"));
        if (kind is not (null or "" or "reminder" or "overdue"))
            problems.Add(new("kind", "应为 reminder（提示单）或 overdue（督办单）", "Must be reminder or overdue"));
        if (problems.Count > 0)
            return (null, Results.Problem(http.Invalid(problems)));
        // A month that is over is told as it was at its end.
        var (first, today) = (new DateOnly(year, month, 1), ChinaCalendar.Today(clock));
        var last = first.AddMonths(1).AddDays(-1);
        var on = today < last ? today : last;
        var sheet = kind == "overdue"
            ? SheetDocument.Overdue(known, first, on, calendar, [.. (await deadlines.CallingAsync(known, on, ct)).Where(d => d.State == DeadlineState.Overdue)])
            : SheetDocument.Reminder(known, first, on, calendar, [.. await deadlines.OfYearAsync(known, year, on, ct), .. await deadlines.OfYearAsync(known, year + 1, on, ct)]);
        return (sheet, null);
    }
}
