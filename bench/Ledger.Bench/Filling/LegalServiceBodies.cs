using System.Text.Json;
using Ledger.Domain;
using Ledger.Domain.Kinds;

namespace Ledger.Bench.Filling;

/// <summary>The bodies that the load sends: the same ones to the ledger, to the bare endpoint and, as events, to the store.</summary>
internal static class LegalServiceBodies
{
    public static LegalServiceProvided Activity(int number) => new()
    {
        OccurredOn = new DateOnly(2021 + (number % 3), 1 + (number % 12), 1 + (number % 28)),
        Title = $"招商协议法律审查第{number % 1000}次",
        Summary = "就招商引资合同的违约责任、争议解决和土地条款提出修改意见，经办科室全部采纳。",
        Department = "招商服务股",
        Place = "三楼会议室",
        Laws = ["中华人民共和国民法典", "优化营商环境条例"],
        Service = (LegalServiceType)(number % 10),
        Adviser = "某某律师事务所",
        Hours = 2.5m,
        Adopted = number % 4 > 0,
    };

    public static byte[] Json(int number) => Json(Activity(number));

    /// <summary>Without what a plain client would leave out, so that both endpoints read every member.</summary>
    public static byte[] Json(LegalServiceProvided a) => JsonSerializer.SerializeToUtf8Bytes(
        new { a.OccurredOn, a.Title, a.Summary, a.Department, a.Place, a.Laws, Service = Codes.Of(a.Service), a.Adviser, a.Hours, a.Adopted },
        LedgerJson.Options);
}
