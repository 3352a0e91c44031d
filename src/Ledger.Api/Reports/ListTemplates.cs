using Ledger.Api.Setup;
using Ledger.Api.Units;
using Wolverine.Http;

namespace Ledger.Api.Reports;

/// <summary>A report that can be made from the log, and where it is.</summary>
public sealed record TemplateView(string Code, string Name, string EnglishName, string Purpose, string Pdf, string Word, string Html);

/// <summary>One log, several reports: each is a template and nothing more.</summary>
public static class ListTemplates
{
    [WolverineGet("/api/units/{unit}/reports/{year}/templates")]
    public static async Task<IResult> Get(string unit, int year, HttpContext http, KnownUnits units, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        return Results.Ok(Templates.All.Select(t => new TemplateView(t.Code, t.Name, t.EnglishName, t.Purpose, At(t.Code, "pdf"), At(t.Code, "docx"), At(t.Code, "html"))).ToList());

        string At(string code, string ending) => $"/api/units/{unit}/reports/{year}.{ending}?template={code}";
    }
}
