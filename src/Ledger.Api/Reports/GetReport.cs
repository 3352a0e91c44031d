using System.Text;
using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Documents;
using Ledger.Domain;
using Ledger.Domain.Reports;
using Wolverine.Http;

namespace Ledger.Api.Reports;

/// <summary>The report as model, PDF, Word file and HTML: the draft, or with <c>?edition=</c> an edition as it was frozen.</summary>
public static class GetReport
{
    [WolverineGet("/api/units/{unit}/reports/{year}")]
    public static async Task<IResult> Json(string unit, int year, string? template, string? edition, HttpContext http, KnownUnits units, ReportWriter reports, CancellationToken ct)
    {
        var (report, _, refusal) = await FindAsync(unit, year, template, edition, http, units, reports, ct);
        return refusal ?? Results.Ok(report);
    }

    [WolverineGet("/api/units/{unit}/reports/{year}.pdf")]
    public static async Task<IResult> Pdf(
        string unit, int year, string? template, string? edition, string? profile, string? annexes, HttpContext http, KnownUnits units, ReportWriter reports, EditionDocument editions, CancellationToken ct)
    {
        var (document, frozen, refusal) = await DocumentAsync(unit, year, template, edition, profile, annexes, http, units, reports, editions, ct);
        if (refusal is not null)
            return refusal;
        // To be looked at where it is asked for, under the name it is saved by.
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{NameOf(unit, year, template)}.pdf\"";
        return Results.Bytes(await editions.PdfAsync(document!, frozen, ct), "application/pdf");
    }

    [WolverineGet("/api/units/{unit}/reports/{year}.docx")]
    public static async Task<IResult> Word(
        string unit, int year, string? template, string? edition, string? profile, string? annexes, HttpContext http, KnownUnits units, ReportWriter reports, EditionDocument editions, CancellationToken ct)
    {
        var (document, _, refusal) = await DocumentAsync(unit, year, template, edition, profile, annexes, http, units, reports, editions, ct);
        return refusal ?? Results.File(WordRenderer.Render(document!), EvidenceType.Docx.MediaType, $"{NameOf(unit, year, template)}.docx");
    }

    [WolverineGet("/api/units/{unit}/reports/{year}.html")]
    public static async Task<IResult> Html(
        string unit, int year, string? template, string? edition, string? annexes, HttpContext http, KnownUnits units, ReportWriter reports, EditionDocument editions, CancellationToken ct)
    {
        var (document, _, refusal) = await DocumentAsync(unit, year, template, edition, null, annexes, http, units, reports, editions, ct);
        return refusal ?? Results.Content(HtmlRenderer.Render(document!), "text/html", Encoding.UTF8);
    }

    private static async Task<(OfficialDocument? Document, Edition? Frozen, IResult? Refusal)> DocumentAsync(
        string unit, int year, string? template, string? edition, string? profile, string? annexes, HttpContext http, KnownUnits units, ReportWriter reports, EditionDocument editions, CancellationToken ct)
    {
        var (report, frozen, refusal) = await FindAsync(unit, year, template, edition, http, units, reports, ct);
        if (refusal is not null)
            return (null, null, refusal);
        if (ProfileOf(profile) is not { } layout)
            return (null, null, Results.Problem(http.Invalid([BadProfile])));
        if (annexes is not (null or "" or "figures" or "entries"))
            return (null, null, Results.Problem(http.Invalid([BadAnnexes])));
        var entries = annexes == "entries" ? await reports.EntriesAsync(report!, ct) : null;
        if (entries is null && annexes == "entries")
            return (null, null, Results.Problem(http.Refuse(
                422, "too-many-entries", $"登记超过 {EntryIndex.LargestInPrint} 条，不宜印成索引，请用导出", $"More than {EntryIndex.LargestInPrint} entries are not printed as an index; export them instead")));
        return (await editions.ComposeAsync(report!, layout, frozen, entries, ct), frozen, null);
    }

    private static async Task<(ReportModel? Report, Edition? Frozen, IResult? Refusal)> FindAsync(
        string unit, int year, string? template, string? edition, HttpContext http, KnownUnits units, ReportWriter reports, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return (null, null, Results.Problem(http.UnknownUnit(unit)));
        if (year is < 2000 or > 2100)
            return (null, null, Results.Problem(http.Invalid([new Problem("year", "年度应在 2000 到 2100 之间", "The year must lie between 2000 and 2100")])));
        if (Templates.Find(template) is not { } file)
            return (null, null, Results.Problem(http.Refuse(404, "unknown-template", $"没有“{template}”这种报告", $"There is no report '{template}'")));
        if (string.IsNullOrEmpty(edition) || edition == "draft")
            return (await reports.DraftAsync(known, year, ct, template: file), null, null);
        if (file.Code != Templates.Yearly)
            return (null, null, Results.Problem(http.Invalid([new Problem("edition", "只有年度报告有定稿的版次", "Only the yearly report has editions")])));
        var number = int.TryParse(edition, out var n) ? n : (int?)null;
        if (number is null && edition != "latest")
            return (null, null, Results.Problem(http.Invalid([new Problem("edition", "应为版次、latest 或 draft", "Must be a number, latest or draft")])));
        return await reports.EditionAsync(unit, year, number, ct) is { } found
            ? (await reports.PrintedAsync(found, ct), found, null)
            : (null, null, Results.Problem(http.Refuse(404, "unknown-edition", $"{year} 年没有这一版报告", $"There is no such edition of {year}")));
    }

    private static string NameOf(string unit, int year, string? template) =>
        string.IsNullOrEmpty(template) || template == Templates.Yearly ? $"{unit}-{year}" : $"{unit}-{year}-{template}";

    internal static LayoutProfile? ProfileOf(string? profile) => profile switch
    {
        null or "" or "public" => LayoutProfile.Public,
        "formal" => LayoutProfile.Formal,
        "preprinted" => LayoutProfile.Preprinted,
        _ => null,
    };

    private static readonly Problem BadAnnexes = new("annexes", "应为 figures 或 entries", "Must be figures or entries");
    private static readonly Problem BadProfile = new("profile", "应为 public、formal 或 preprinted", "Must be public, formal or preprinted");
}
