using Ledger.Api.Setup;
using Ledger.Domain;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Api.Matters;

/// <summary>A guard that warned and was given no reason.</summary>
/// <param name="Code">Under which its reason is sent: <c>reasons.CODE</c>.</param>
/// <param name="Message">What is amiss, in the language asked for.</param>
/// <param name="Source">The article or practice behind it.</param>
/// <param name="Severity">high, medium or low.</param>
public sealed record UnansweredGuard(string Code, string Message, string Source, string Severity);

/// <summary>What matters refuse, and how.</summary>
internal static class MatterProblems
{
    public static ProblemDetails UnknownMatter(this HttpContext http, Guid id) =>
        http.Refuse(StatusCodes.Status404NotFound, "unknown-matter", $"没有编号为 {id} 的事项", $"There is no matter {id}");

    public static ProblemDetails UnknownMatterKind(this HttpContext http, string kind) =>
        http.Refuse(StatusCodes.Status404NotFound, "unknown-matter-kind", $"没有代码为“{kind}”的事项类别", $"There is no kind of matter with the code '{kind}'");

    public static ProblemDetails UnknownStep(this HttpContext http, MatterDefinition kind, string step) =>
        http.Refuse(StatusCodes.Status404NotFound, "unknown-step", $"“{kind.Name}”没有代码为“{step}”的步骤", $"'{kind.EnglishName}' has no step with the code '{step}'");

    public static ProblemDetails StaleMatter(this HttpContext http, long now) =>
        http.Refuse(StatusCodes.Status409Conflict, "stale-version", $"该事项已被他人更新到第 {now} 版，请刷新后再办", $"The matter has moved on to version {now}; read it again and retry");

    public static ProblemDetails VoidMatter(this HttpContext http) =>
        http.Refuse(StatusCodes.Status409Conflict, "matter-void", "该事项已整体撤销，不能再办", "The matter was taken back as a whole and takes no more");

    /// <summary>What was sent is sound but a guard warns: say why, and it is recorded as it happened.</summary>
    public static ProblemDetails Unanswered(this HttpContext http, IReadOnlyList<Guard> guards)
    {
        var english = http.English();
        var problem = http.Refuse(
            StatusCodes.Status422UnprocessableEntity, "reasons-wanted",
            $"有 {guards.Count} 处与规定或程序不一致；情况属实的，请在 reasons 中逐项写明原因后再提交",
            $"{guards.Count} thing(s) are not as they ought to be; if it is what happened, give the reason for each under 'reasons' and send it again",
            [.. guards.Select(g => new Problem($"reasons.{g.Code}", $"{g.Message}（{g.Source}）", $"{g.EnglishMessage} ({g.Source})"))]);
        problem.Extensions["guards"] = guards
            .Select(g => new UnansweredGuard(g.Code, english ? g.EnglishMessage : g.Message, g.Source, Codes.Of(g.Severity)))
            .ToList();
        return problem;
    }
}
