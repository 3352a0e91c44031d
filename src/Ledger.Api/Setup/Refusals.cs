using Ledger.Domain;
using Ledger.Domain.Figures;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Api.Setup;

/// <summary>Says no in a way that helps: problem+json, in the language asked for, with the path of every field at fault.</summary>
public static class Refusals
{
    private const string Ours = "urn:ledger:problem:";

    private static readonly (string Code, string Message, string English) Reused =
        ("key-reused", "此 Idempotency-Key 已用于另一请求，请为新的请求换一个", "This Idempotency-Key was used for another request; send a new one");

    public static bool English(this HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        foreach (var language in http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1))
        {
            if (language.Value.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
                return false;
            if (language.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    public static ProblemDetails Refuse(this HttpContext http, int status, string code, string message, string englishMessage, params IReadOnlyList<Problem> problems)
    {
        var english = http.English();
        var details = new ProblemDetails
        {
            Status = status,
            Type = Ours + code,
            Title = english ? englishMessage : message,
            Instance = http.Request.Path,
        };
        if (problems.Count > 0)
        {
            details.Extensions["errors"] = problems
                .Select(p => new FieldError(p.Path, english ? p.EnglishMessage : p.Message))
                .ToList();
        }

        return details;
    }

    public static ProblemDetails Invalid(this HttpContext http, IReadOnlyList<Problem> problems) =>
        http.Refuse(StatusCodes.Status400BadRequest, "invalid", $"有 {problems.Count} 处需要更正", $"{problems.Count} thing(s) to mend", problems);

    /// <summary>What a library refused, said as this service says it; the library's own words stay as the detail.</summary>
    public static void InOurWords(ProblemDetailsContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var problem = context.ProblemDetails;
        if (problem.Type?.StartsWith(Ours, StringComparison.Ordinal) == true)
            return;
        var (code, message, english) = (problem.Status, problem.Detail) switch
        {
            (422, { } detail) when detail.Contains("Idempotency-Key", StringComparison.Ordinal) => Reused,
            (400, _) => ("bad-request", "请求无法读取，请检查内容格式", "The request could not be read"),
            (409, _) => ("conflict", "与同时进行的另一请求冲突，请刷新后再试", "In conflict with another request; read again and retry"),
            (404, _) => ("not-found", "没有找到", "Not found"),
            _ => ("refused", "请求被拒绝", "The request was refused"),
        };
        problem.Type = Ours + code;
        problem.Title = context.HttpContext.English() ? english : message;
    }

    public static ProblemDetails KeyReused(this HttpContext http) => http.Refuse(StatusCodes.Status422UnprocessableEntity, Reused.Code, Reused.Message, Reused.English);

    public static ProblemDetails UnknownUnit(this HttpContext http, string unit) =>
        http.Refuse(StatusCodes.Status404NotFound, "unknown-unit", $"没有代码为“{unit}”的单位", $"There is no unit with the code '{unit}'");

    public static ProblemDetails UnknownFigure(this HttpContext http, string code) =>
        http.Refuse(StatusCodes.Status404NotFound, "unknown-figure", $"没有代码为“{code}”的指标", $"There is no figure with the code '{code}'");

    public static ProblemDetails FigureOfMatters(this HttpContext http, string unit, int year, FigureDefinition figure) => http.Refuse(
        StatusCodes.Status404NotFound, "figure-of-matters",
        $"“{figure.Name}”由事项计数，背后没有登记；请看 /api/units/{unit}/matters?year={year}&figure={figure.Code}",
        $"'{figure.EnglishName}' is counted from matters, not from entries: see /api/units/{unit}/matters?year={year}&figure={figure.Code}");

    public static ProblemDetails UnknownEntry(this HttpContext http, Guid id) =>
        http.Refuse(StatusCodes.Status404NotFound, "unknown-entry", $"没有编号为 {id} 的登记", $"There is no entry {id}");

    public static ProblemDetails StaleVersion(this HttpContext http, long now) =>
        http.Refuse(StatusCodes.Status409Conflict, "stale-version", $"该登记已被他人更新到第 {now} 版，请刷新后再改", $"The entry has moved on to version {now}; read it again and retry");
}

/// <summary>One field at fault: where, and what to do.</summary>
public sealed record FieldError(string Path, string Message);
