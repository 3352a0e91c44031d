using Ledger.Domain.Kinds;

namespace Ledger.Api.Access;

/// <summary>What is noted in the audit log.</summary>
public enum AuditKind
{
    [Label("登录", "Signed in")] SignIn,
    [Label("登录失败", "Sign-in failed")] SignInFailed,
    [Label("账号锁定", "Account locked")] Locked,
    [Label("登录过频", "Sign-in slowed down")] SlowedDown,
    [Label("退出", "Signed out")] SignOut,
    [Label("结束登录", "Session ended")] SessionEnded,
    [Label("修改口令", "Password changed")] PasswordChanged,
    [Label("启用动态口令", "One-time codes on")] TotpOn,
    [Label("停用动态口令", "One-time codes off")] TotpOff,
    [Label("新建账号", "Account created")] AccountCreated,
    [Label("停用账号", "Account disabled")] AccountDisabled,
    [Label("恢复账号", "Account enabled")] AccountEnabled,
    [Label("重置口令", "Password reset")] PasswordReset,
    [Label("授予角色", "Role granted")] RoleGranted,
    [Label("收回角色", "Role revoked")] RoleRevoked,
    [Label("签发令牌", "Token issued")] TokenIssued,
    [Label("吊销令牌", "Token revoked")] TokenRevoked,
    [Label("使用令牌", "Token used")] TokenUsed,
    [Label("设置推送地址", "Webhook set")] WebhookSet,
    [Label("删除推送地址", "Webhook removed")] WebhookRemoved,
    [Label("申请删除个人信息", "Erasure asked for")] ErasureAsked,
    [Label("删除个人信息", "Personal data erased")] PersonalErased,
    [Label("否决删除申请", "Erasure rejected")] ErasureRejected,
    [Label("查询个人信息", "Personal data listed")] PersonalListed,
    [Label("查阅", "Read")] Read,
    [Label("拒绝访问", "Refused")] Refused,
}

/// <summary>Who did what, when and from where.</summary>
/// <param name="At">The server's time.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Who">User name, <c>token:</c> and its id, <c>guest</c>, or <c>cli:</c> and the system's user at the data folder.</param>
/// <param name="Unit">The unit whose data it was about.</param>
/// <param name="Subject">What it was done to: the address read, the account or token changed.</param>
/// <param name="Status">What a request was answered with.</param>
/// <param name="Origin">Address of the other end.</param>
public sealed record AuditEntry(DateTimeOffset At, AuditKind Kind, string Who, string? Unit, string? Subject, int? Status, string? Origin)
{
    /// <summary>Of a request; the subject is its address unless another is given. Queries are left out: people search for names.</summary>
    public static AuditEntry Of(HttpContext http, AuditKind kind, string who, string? subject = null, int? status = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        return new(
            http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), kind, who,
            http.GetRouteValue("unit") as string, subject ?? Cut($"{http.Request.Method} {http.Request.Path}"), status, http.Connection.RemoteIpAddress?.ToString());
    }

    private static string Cut(string text) => text.Length <= 300 ? text : text[..300];
}
