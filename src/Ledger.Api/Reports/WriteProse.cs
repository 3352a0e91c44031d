using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Reports;
using Ledger.Domain.Units;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Reports;

/// <summary>A block of the report in people's own words; without text it goes back to the template's.</summary>
public sealed record WriteProse(string? Text);

public static class WriteProseEndpoint
{
    [WolverinePut("/api/units/{unit}/reports/{year}/prose/{key}")]
    public static async Task<IResult> Put(
        string unit, int year, string key, WriteProse prose, HttpContext http, IDocumentSession session, KnownUnits units, ReportWriter reports, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return Results.Problem(http.UnknownUnit(unit));
        var report = await reports.DraftAsync(known, year, ct);
        if (report.Prose.All(p => p.Key != key))
            return Results.Problem(http.Refuse(404, "unknown-prose", $"模板中没有“{key}”这一段，可写的有：{string.Join("、", report.Prose.Select(p => p.Key))}", $"The template has no block '{key}'; it has: {string.Join(", ", report.Prose.Select(p => p.Key))}"));
        var text = prose?.Text?.Trim() ?? "";
        if (!PlainText.Is(text, 0, 5000))
            return Results.Problem(http.Invalid([new("text", "一段最多 5000 字，不含控制字符", "A block has at most 5000 characters, no control characters")]));
        if (await WhyRefusedAsync(known, year, key, text, reports, ct) is { } why)
            return Results.Problem(http.Invalid([new("text", why, why)]));
        object e = text.Length == 0 ? new ProseReset(year, key) : new ProseWritten(year, key, text);
        await session.HoldAsync($"report/{Report.StreamOf(unit, year)}", ct);
        var stream = await session.Events.FetchForWriting<Report>(Report.StreamOf(unit, year), ct);
        if (stream.CurrentVersion is null or 0)
            session.Events.StartStream<Report>(Report.StreamOf(unit, year), e);
        else
            stream.AppendOne(e);
        await session.SaveChangesAsync(ct);
        return Results.Ok((await reports.DraftAsync(known, year, ct)).Prose.First(p => p.Key == key));
    }

    /// <summary>Prose is tried out before it is kept: once kept it stands in every report, readable or not.</summary>
    private static async Task<string?> WhyRefusedAsync(Unit unit, int year, string key, string text, ReportWriter reports, CancellationToken ct)
    {
        try
        {
            ReportTemplate.CheckProse(text);
            await reports.DraftAsync(unit, year, ct, (key, text));
            return null;
        }
        catch (ReportTemplateException e)
        {
            return e.Message;
        }
    }
}
