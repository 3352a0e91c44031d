using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Reports;
using Ledger.Domain.Units;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Reports;

/// <summary>A block of a report in people's own words; without text it goes back to the template's.</summary>
/// <param name="Text">The words; figures by code.</param>
/// <param name="Version">The version it was made from: what another wrote meanwhile is not overwritten. Null overwrites.</param>
public sealed record WriteProse(string? Text, int? Version = null);

public static class WriteProseEndpoint
{
    [WolverinePut("/api/units/{unit}/reports/{year}/prose/{key}")]
    public static async Task<IResult> Put(
        string unit, int year, string key, WriteProse prose, string? template, HttpContext http, IDocumentSession session, KnownUnits units, ReportWriter reports, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return Results.Problem(http.UnknownUnit(unit));
        if (Templates.Find(template) is not { } file)
            return Results.Problem(http.Refuse(404, "unknown-template", $"没有“{template}”这种报告", $"There is no report '{template}'"));
        var draft = await reports.DraftAsync(known, year, ct, template: file);
        if (draft.Prose.All(p => p.Key != key))
            return Results.Problem(http.UnknownProse(key, draft));
        var text = prose?.Text?.Trim() ?? "";
        if (!PlainText.Is(text, 0, 5000))
            return Results.Problem(http.Invalid([new("text", "一段最多 5000 字，不含控制字符", "A block has at most 5000 characters, no control characters")]));
        if (await WhyRefusedAsync(known, year, key, text, file, reports, ct) is { } why)
            return Results.Problem(http.Invalid([new("text", why, why)]));
        var report = await ReportLog.HoldAsync(session, unit, year, ct);
        if (http.WhyNotWritten(report.State, key, prose?.Version) is { } refusal)
            return Results.Problem(refusal);
        report.Append(text.Length == 0 ? new ProseReset(year, key) : new ProseWritten(year, key, text));
        await report.SaveAsync(ct);
        return Results.Ok((await reports.DraftAsync(known, year, ct, template: file)).Prose.First(p => p.Key == key));
    }

    /// <summary>Prose is tried out before it is kept: once kept it stands in every report, readable or not.</summary>
    private static async Task<string?> WhyRefusedAsync(Unit unit, int year, string key, string text, TemplateFile template, ReportWriter reports, CancellationToken ct)
    {
        try
        {
            ReportTemplate.CheckProse(text);
            await reports.DraftAsync(unit, year, ct, (key, text), template);
            return null;
        }
        catch (ReportTemplateException e)
        {
            return e.Message;
        }
    }
}

internal static class ProseRefusals
{
    /// <summary>Somebody settled it, or wrote it since the version named; null where neither is so.</summary>
    public static Microsoft.AspNetCore.Mvc.ProblemDetails? WhyNotWritten(this HttpContext http, Report report, string key, int? from)
    {
        var version = report.Versions.GetValueOrDefault(key);
        if (report.Locks.GetValueOrDefault(key) is { } locked)
            return http.Refuse(409, "prose-locked", $"已由{locked.By}锁定，要改先解锁", $"{locked.By} has locked this; unlock it first");
        return from is null || from == version ? null
            : http.Refuse(409, "stale-version", $"刚被别人改成第 {version} 版，请对照后再存；您写的内容还在", $"Somebody else has written version {version}; compare, and save again");
    }

    public static Microsoft.AspNetCore.Mvc.ProblemDetails UnknownProse(this HttpContext http, string key, ReportModel draft) =>
        http.Refuse(404, "unknown-prose", $"模板中没有“{key}”这一段，可写的有：{string.Join("、", draft.Prose.Select(p => p.Key))}", $"The template has no block '{key}'; it has: {string.Join(", ", draft.Prose.Select(p => p.Key))}");
}
