using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Ledger.Api.Setup;

/// <summary>Every refusal of the API, described once: problem+json with the path of each field at fault.</summary>
internal static class OpenApiProblems
{
    private const string Schema = "Problem";

    private static readonly Dictionary<int, (string Name, string Description, string Code, string Title)> Known = new()
    {
        [400] = ("Invalid", "内容有误，逐项列出 · Something is wrong with what was sent; each thing is listed", "invalid", "有 1 处需要更正"),
        [401] = ("SignInFirst", "未登录，或令牌无效 · Not signed in, or no valid token", "sign-in", "请先登录，或出示有效的接口令牌"),
        [403] = ("Closed", "角色不允许，或请求来自别处的页面 · The role does not allow it, or the request comes from a foreign page", "role", "您的角色不能进行此操作"),
        [404] = ("Unknown", "没有这个单位、类别、登记或指标，或与您无关 · There is no such unit, kind, entry or figure, or it is none of yours", "unknown-unit", "没有代码为“demo”的单位"),
        [406] = ("NotAcceptable", "只能以文档所列的类型答复 · It can only be answered in the types named here", "not-acceptable", "不能以所要求的类型答复"),
        [409] = ("Conflict", "与现状不符：版本已变、已作废、代码已用 · At odds with what is: stale version, void, taken", "stale-version", "该登记已被他人更新到第 3 版，请刷新后再改"),
        [413] = ("TooLarge", "内容过大 · Too large: 1 MB, evidence 20 MB", "too-large", "内容过大：登记不超过 1 MB，佐证材料不超过 20 MB"),
        [415] = ("MediaType", "不支持的内容类型 · Unsupported media type or kind of file", "media-type", "不支持的内容类型"),
        [422] = ("Unprocessable", "本单位不适用，或 Idempotency-Key 已用于另一内容 · Off for this unit, or the Idempotency-Key was used for another body", "enforcement-off", "该单位没有行政执法职责，不登记“行政处罚”"),
        [429] = ("Locked", "登录失败次数过多 · Too many failures", "locked", "登录失败次数过多，账号已锁定 10 分钟"),
        [500] = ("Failed", "处理失败，已记入日志 · Failed and logged", "evidence-missing", "佐证材料的文件缺失或不完整，已记入日志，请联系管理员从备份恢复"),
        [503] = ("Unavailable", "数据库不可用或指标正在汇总 · The store is away or the figures are catching up", "store-away", "数据库暂时不可用，未确认已保存；请稍后再发送一次，重发不会重复登记"),
    };

    public static void Describe(OpenApiDocument document)
    {
        document.AddComponent(Schema, new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "RFC 9457；以中文说明，Accept-Language: en 则为英文 · In Chinese, in English on request",
            Required = new HashSet<string> { "type", "title", "status" },
            Properties = new OrderedDictionary<string, IOpenApiSchema>
            {
                ["type"] = Text("问题代码 · The code of the problem"),
                ["title"] = Text("说明 · What is wrong"),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                ["detail"] = Text("细节 · Detail"),
                ["instance"] = Text("请求路径 · Path of the request"),
                ["traceId"] = Text("追踪号 · Trace"),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Items = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Required = new HashSet<string> { "path", "message" },
                        Properties = new OrderedDictionary<string, IOpenApiSchema>
                        {
                            ["path"] = Text("字段路径 · Path of the field: participants[0].headcount"),
                            ["message"] = Text("怎样改正 · What to do about it"),
                        },
                    },
                },
            },
        });
        foreach (var (status, (name, description, code, title)) in Known)
        {
            document.AddComponent<IOpenApiResponse>(name, new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(Schema, document), Example = Example(status, code, title) },
                },
            });
        }
    }

    public static IOpenApiResponse Of(int status, OpenApiDocument document) => new OpenApiResponseReference(Known[status].Name, document);

    private static JsonObject Example(int status, string code, string title)
    {
        var example = new JsonObject { ["type"] = $"urn:ledger:problem:{code}", ["title"] = title, ["status"] = status, ["instance"] = "/api/units/demo/entries/law-study" };
        if (code == "invalid")
            example["errors"] = new JsonArray(new JsonObject { ["path"] = "attended", ["message"] = "实到人数不能大于应到人数" });
        return example;
    }

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
