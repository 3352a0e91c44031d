using Ledger.Api.Setup;
using Ledger.Domain.Matters;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Api.Matters;

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
}
