using Ledger.Domain;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;
using Ledger.Domain.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Api.Setup;

/// <summary>A guard that warned and was given no reason.</summary>
/// <param name="Code">What it is called by.</param>
/// <param name="Message">What is amiss, in the language asked for.</param>
/// <param name="Source">The article or practice behind it.</param>
/// <param name="Severity">high, medium or low.</param>
public sealed record UnansweredGuard(string Code, string Message, string Source, string Severity);

/// <summary>
/// What was sent can be read, but a guard warns: say why, and it is recorded as it happened. It is the content that lacks
/// something, and sending more of it mends that: 422 (RFC 9110, 15.5.21). A 409 is kept for what others changed meanwhile,
/// where one has to read anew first.
/// </summary>
internal static class ReasonsWanted
{
    /// <summary>A step of a matter: one reason for each guard.</summary>
    public static ProblemDetails WantsReasons(this HttpContext http, IReadOnlyList<Guard> guards) => http.Wants(
        [.. guards.Select(g => (g.Code, g.Message, g.EnglishMessage, g.Source, g.Severity, $"reasons.{g.Code}"))],
        $"有 {guards.Count} 处与规定或程序不一致；情况属实的，请在 reasons 中逐项写明原因后再提交",
        $"{guards.Count} thing(s) are not as they ought to be; if it is what happened, give the reason for each under 'reasons' and send it again");

    /// <summary>A step of an edition: one reason for all of them.</summary>
    public static ProblemDetails WantsReason(this HttpContext http, IReadOnlyList<Warning> warnings) => http.Wants(
        [.. warnings.Select(w => (w.Code, w.Message, w.EnglishMessage, w.Source, w.Severity, "reason"))],
        $"{string.Join("；", warnings.Select(w => w.Message))}。确需办理的，请写明原因再提交",
        $"{string.Join("; ", warnings.Select(w => w.EnglishMessage))}. Give a reason to go on all the same");

    private static ProblemDetails Wants(
        this HttpContext http, IReadOnlyList<(string Code, string Message, string English, string Source, Severity Severity, string Path)> guards, string title, string englishTitle)
    {
        var english = http.English();
        var problem = http.Refuse(StatusCodes.Status422UnprocessableEntity, "reasons-wanted", title, englishTitle,
            [.. guards.Select(g => new Problem(g.Path, $"{g.Message}（{g.Source}）", $"{g.English} ({g.Source})"))]);
        problem.Extensions["guards"] = guards.Select(g => new UnansweredGuard(g.Code, english ? g.English : g.Message, g.Source, Codes.Of(g.Severity))).ToList();
        return problem;
    }
}
