using Ledger.Api.Reports;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Documents;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace Ledger.Api.SelfInspections;

/// <summary>The self-inspections of a unit's year, one with its result sheet, and the sheet as PDF.</summary>
public static class GetInspections
{
    [WolverineGet("/api/units/{unit}/inspections/{year}")]
    public static async Task<IResult> List(string unit, int year, HttpContext http, KnownUnits units, InspectionReader inspections, CancellationToken ct) =>
        await units.FindAsync(unit, ct) is null ? Results.Problem(http.UnknownUnit(unit)) : Results.Ok(await inspections.AllAsync(unit, year, ct));

    [WolverineGet("/api/units/{unit}/inspections/{year}/{number}")]
    public static async Task<IResult> One(string unit, int year, int number, HttpContext http, KnownUnits units, InspectionReader inspections, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        return await inspections.FindAsync(unit, year, number, ct) is { } sheet ? Results.Ok(sheet) : Results.Problem(Unknown(http, year, number));
    }

    [WolverineGet("/api/units/{unit}/inspections/{year}/{number}.pdf")]
    public static async Task<IResult> Pdf(string unit, int year, int number, HttpContext http, KnownUnits units, InspectionReader inspections, TimeProvider clock, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return Results.Problem(http.UnknownUnit(unit));
        if (await inspections.FindAsync(unit, year, number, ct) is not { } sheet)
            return Results.Problem(Unknown(http, year, number));
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{unit}-{year}-inspection-{number}.pdf\"";
        return Results.Bytes(PdfRenderer.Render(InspectionDocument.Of(known, sheet, Domain.ChinaCalendar.Today(clock)), ReportFonts.Library).Bytes, "application/pdf");
    }

    internal static ProblemDetails Unknown(HttpContext http, int year, int number) =>
        http.Refuse(404, "unknown-inspection", $"{year} 年没有第 {number} 次自查", $"There is no self-inspection {number} of {year}");
}
