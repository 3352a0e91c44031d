using Ledger.Api.Entries;
using Ledger.Api.Figures;
using Ledger.Api.Sealing;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Api.Years;
using Ledger.Documents;
using Ledger.Domain;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;
using Ledger.Domain.Reports;
using Ledger.Domain.Years;
using Marten;
using Npgsql;
using Wolverine.Http;

namespace Ledger.Api.Reports;

/// <summary>Freeze the report of a year into an edition (定稿).</summary>
/// <param name="IssuedOn">The date under the signature; today where it is not given.</param>
/// <param name="DocumentNumber">发文字号 of the copy that goes upward, e.g. 沈招商〔2024〕3号.</param>
/// <param name="Signer">签发人 of that copy.</param>
/// <param name="Reason">Why another edition is frozen after one was signed.</param>
public sealed record FreezeReport(DateOnly? IssuedOn, string? DocumentNumber = null, string? Signer = null, string? Reason = null);

/// <summary>
/// Counts everything three ways first: an edition whose figures the evaluators do not agree on is refused. Figures, text
/// and template are kept whole, so that the edition prints the same for ever.
/// </summary>
public static class FreezeReportEndpoint
{
    [WolverinePost("/api/units/{unit}/reports/{year}/editions")]
    public static async Task<IResult> Post(
        string unit, int year, FreezeReport freeze, HttpContext http, IDocumentStore store, IDocumentSession session, NpgsqlDataSource database,
        KnownUnits units, YearBookReader books, ReportWriter reports, EditionLog log, TimeProvider clock, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return Results.Problem(http.UnknownUnit(unit));
        if (year < 2000 || year > ChinaCalendar.Today(clock).Year)
            return Results.Problem(http.Invalid([new("year", "只能定稿已开始的年度", "Only a year that has begun can be frozen")]));
        if (freeze?.IssuedOn is { } issuedOn && (issuedOn > ChinaCalendar.Today(clock) || issuedOn.Year < year))
            return Results.Problem(http.Invalid([new("issuedOn", "成文日期不能早于报告年度，也不能晚于今天", "The date must lie within the year reported or after it, and not after today")]));
        if (freeze?.DocumentNumber is { } written && DocumentNumber.Parse(written) is null)
            return Results.Problem(http.Invalid([new("documentNumber", "发文字号应写作 沈招商〔2024〕3号：六角括号，年份四位，序号不补零", "A document number is written 沈招商〔2024〕3号")]));
        if (freeze?.Signer is { } signer && !PlainText.Is(signer, 2, 20))
            return Results.Problem(http.Invalid([new("signer", "签发人姓名应为 2 到 20 字", "The signer's name has 2 to 20 characters")]));
        if (!PlainText.Is(freeze?.Reason ?? "", 0, 500))
            return Results.Problem(http.Invalid([new("reason", "原因最多 500 字，不含控制字符", "A reason has at most 500 characters, no control characters")]));
        var report = await ReportLog.HoldAsync(session, unit, year, ct);
        var signed = report.State.Signed;
        if (signed is not null && string.IsNullOrWhiteSpace(freeze?.Reason))
            return Results.Problem(http.WantsReason([AfterSigning(signed.Number)]));
        var draft = await reports.DraftAsync(known, year, ct);
        var verified = await Verification.SinceLastAsync(store, database, unit, year, ct);
        if (!verified.Agrees)
            return Results.Problem(Disagreement(http, verified));
        // What was verified is what is frozen: nothing of this year came in meanwhile.
        if ((await books.ReadAsync(unit, year, null, ct))!.Sequence != draft.Sequence)
            return Results.Problem(http.Refuse(409, "figures-moved", "核对期间又有新的登记，请再定稿一次", "Entries came in while the figures were verified; freeze again"));
        var edition = Freeze(draft, report.State.Editions + 1, freeze, clock.GetUtcNow());
        var frozen = new EditionFrozen(year, edition.Number, draft.Sequence, edition.FiguresSha256, edition.ModelSha256, draft.TemplateSha256, edition.Model.IssuedOn, signed?.Number, signed is null ? null : freeze!.Reason);
        report.Append(frozen);
        await YearLog.AppendAsync(session, unit, year, new YearFrozen(year, edition.Number, draft.Sequence, edition.FiguresSha256), ct);
        session.Insert(edition);
        var saved = await report.SaveAsync(ct);
        await CloseAsync(unit, edition, log, ct);
        return Results.Created($"/api/units/{unit}/reports/{year}?edition={edition.Number}", EditionView.Of(edition, saved.LifeOf(edition.Number)));
    }

    /// <summary>A change of substance after signing is approved again.</summary>
    private static Warning AfterSigning(int signed) => new("after-signing", Severity.High, "公文处理工作条例第25条",
        $"第 {signed} 版已经签发，再定一版是对它的补充或更正，要重新核稿、审查、签发", $"Edition {signed} was signed; another one supplements it and is reviewed and signed anew");

    /// <summary>What is not sealed within seconds is closed when it is first printed: the edition stands in any case.</summary>
    private static async Task CloseAsync(string unit, Edition edition, EditionLog log, CancellationToken ct)
    {
        try
        {
            await log.CheckpointAsync(unit, edition, ct);
        }
        catch (SealingBehindException)
        {
        }
    }

    internal static Edition Freeze(ReportModel draft, int number, FreezeReport? freeze, DateTimeOffset at)
    {
        var model = draft with
        {
            Edition = number,
            IssuedOn = freeze?.IssuedOn ?? draft.IssuedOn,
            DocumentNumber = freeze?.DocumentNumber,
            Signer = freeze?.Signer,
        };
        return new Edition
        {
            Id = Edition.IdOf(draft.Year, number),
            Year = draft.Year,
            Number = number,
            FrozenAt = at,
            FiguresSha256 = CanonicalJson.Sha256(model.Figures.Select(f => f.Figure)),
            ModelSha256 = CanonicalJson.Sha256(model),
            Model = model,
            Proves = true,
        };
    }

    private static Microsoft.AspNetCore.Mvc.ProblemDetails Disagreement(HttpContext http, VerificationResult verified) => http.Refuse(
        StatusCodes.Status409Conflict,
        "figures-disagree",
        $"三种算法对 {verified.Differences.Count} 处指标的结果不一致，不能定稿",
        $"The three evaluators disagree on {verified.Differences.Count} cell(s): the report is refused",
        [.. verified.Differences.Take(50).Select(d => new Problem(
            d.Cell,
            $"{d.Unit} {d.Year} {Catalogue.FindFigure(d.Figure)?.Name}：汇总 {d.Projection?.Sum}，数据库 {d.Sql.Sum}，离线 {d.Offline.Sum}；登记 {string.Join("、", d.Entries)}",
            $"{d.Unit} {d.Year} {d.Figure}: projection {d.Projection?.Sum}, SQL {d.Sql.Sum}, offline {d.Offline.Sum}; entries {string.Join(", ", d.Entries)}"))]);
}
