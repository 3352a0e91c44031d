using JasperFx;
using Ledger.Api.Sealing;
using Ledger.Documents;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Ledger.Api.Setup;

/// <summary>What went wrong on the way, said as problem+json: the store away is 503, a body too large 413, nothing leaks.</summary>
public sealed partial class Failures(ILogger<Failures> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // Whoever asked is gone, which the server may notice by reading before it is told.
        if (httpContext.RequestAborted.IsCancellationRequested || exception is ConnectionResetException)
            return true;
        var problem = Of(httpContext, exception);
        if (problem.Status == StatusCodes.Status500InternalServerError)
            Failed(log, httpContext.Request.Method, httpContext.Request.Path, exception);
        await Results.Problem(problem).ExecuteAsync(httpContext);
        return true;
    }

    private static ProblemDetails Of(HttpContext http, Exception exception) => exception switch
    {
        ProjectionBehindException behind => http.Refuse(
            503, "figures-behind", $"指标正在汇总（第 {behind.Reached} / {behind.Newest} 个事件），请稍后再试", $"The figures are catching up (event {behind.Reached} of {behind.Newest}); try again shortly"),
        SealingBehindException => http.Refuse(503, "sealing-behind", "登记尚未封存，请稍后再试", "The entries are not sealed yet; try again shortly"),
        BadHttpRequestException { StatusCode: 413 } => TooLarge(http),
        BadHttpRequestException bad => http.Refuse(bad.StatusCode, "bad-request", "请求无法读取", "The request could not be read"),
        ConcurrencyException => http.Refuse(409, "stale-version", "该登记刚被他人更新，请刷新后再改", "The entry has just been changed by someone else; read it again and retry"),
        DocumentException unrendered => http.Refuse(422, "cannot-render", unrendered.Message.Split(Environment.NewLine)[0], unrendered.Message.Split(Environment.NewLine)[^1]),
        // A NUL in a query, say: no text that a database could hold.
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter }
            or { InnerException: PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } } => http.Refuse(
            400, "bad-request", "请求中有不能保存的字符", "The request has characters that cannot be stored"),
        _ when StoreFault.IsDiskFull(exception) => http.Refuse(
            503, "disk-full", "服务器磁盘已满，内容没有保存；请通知管理员清理后再发送一次，重发不会重复登记", "The server's disk is full: nothing was saved. Tell the administrator, then send it again; with the same Idempotency-Key nothing is recorded twice"),
        NpgsqlException or TimeoutException => Away(http),
        _ when StoreFault.IsAway(exception) => Away(http),
        _ => http.Refuse(500, "failed", "处理失败，已记入日志", "This failed and was written to the log"),
    };

    // A connection that breaks during a commit leaves open whether it stands: only sending it again tells.
    private static ProblemDetails Away(HttpContext http) => http.Refuse(
        503, "store-away", "数据库暂时不可用，未确认已保存；请稍后再发送一次，重发不会重复登记", "The database is away and nothing is confirmed as saved. Send it again in a moment; with the same Idempotency-Key nothing is recorded twice");

    public static ProblemDetails TooLarge(HttpContext http) => http.Refuse(
        413, "too-large", "内容过大：登记不超过 1 MB，导入的表格不超过 10 MB，佐证材料不超过 20 MB", "Too large: entries up to 1 MB, tables to import up to 10 MB, evidence up to 20 MB");

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void Failed(ILogger log, string method, string path, Exception exception);
}
