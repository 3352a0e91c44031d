using System.Text.Json;

namespace Ledger.Api.Tests.Matters;

/// <summary>What people do with matters, in a word each.</summary>
internal static class MatterVerbs
{
    public static readonly object Draft = new { occurredOn = "2023-03-01", title = "样例项目投资协议", type = "investment", counterparty = "样例食品有限公司" };

    public static readonly object Found = new { occurredOn = "2023-06-30", title = "会前学法次数偏少", source = "self-inspection", cause = "没有列入会议安排" };

    /// <summary>An adviser engaged from June 2023 for a year.</summary>
    public static readonly object Engagement = new
    {
        occurredOn = "2023-05-30",
        title = "法律顾问聘任",
        firm = "样例律师事务所",
        advisers = new[] { "法律顾问A律师" },
        method = "procurement",
        from = "2023-06-01",
        to = "2024-05-31",
    };

    public static async Task<Guid> OpenAsync(this LedgerService ledger, string unit, string kind, object opening, string? key = null) =>
        (await ledger.PostAsync($"/api/units/{unit}/matters/{kind}", opening, key)).Is(201)["id"].GetGuid();

    public static Task<Answer> StepAsync(this LedgerService ledger, string unit, Guid id, string step, object taken, string? key = null, string? language = null) =>
        ledger.PostAsync($"/api/units/{unit}/matters/{id}/{step}", taken, key, language);

    public static async Task<JsonElement> MatterAsync(this LedgerService ledger, string unit, Guid id) =>
        (await ledger.GetAsync($"/api/units/{unit}/matters/{id}")).Is(200).Json;

    public static async Task<JsonElement> MattersAsync(this LedgerService ledger, string unit, string query = "") =>
        (await ledger.GetAsync($"/api/units/{unit}/matters?{query}")).Is(200).Json;

    public static IReadOnlyList<string> Guards(this Answer answer) =>
        [.. answer.Refuses(422, "reasons-wanted")["guards"].EnumerateArray().Select(g => g.GetProperty("code").GetString()!)];
}
