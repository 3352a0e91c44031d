using System.Text.Json.Nodes;
using Ledger.Api.Entries;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Microsoft.OpenApi;

namespace Ledger.Api.Setup;

/// <summary>The bodies that endpoints read themselves, and examples of the others.</summary>
internal static class OpenApiBodies
{
    private static readonly Dictionary<string, JsonObject> Examples = new()
    {
        ["registerUnit"] = new() { ["code"] = "demo-office", ["name"] = "示例县招商服务中心", ["shortName"] = "招商中心", ["addressees"] = new JsonArray("中共示例县委全面依法治县委员会办公室"), ["enforcement"] = false, ["sample"] = true },
        ["confirmEntry"] = new() { ["version"] = 1 },
        ["returnEntry"] = new() { ["version"] = 1, ["reason"] = "请补充签到表" },
        ["confirmNil"] = new() { ["figure"] = "litigations", ["confirmedBy"] = "张三", ["reason"] = "全年未发生行政诉讼", ["withdraw"] = false },
        ["reopenYear"] = new() { ["reason"] = "审计要求补录" },
        ["writeProse"] = new() { ["text"] = "一年来，本单位认真落实法治建设各项任务。" },
        ["signIn"] = new() { ["user"] = "zhangsan", ["password"] = "…", ["code"] = "123456" },
        ["changePassword"] = new() { ["current"] = "…", ["new"] = "…" },
        ["setUpTotp"] = new() { ["password"] = "…" },
        ["enableTotp"] = new() { ["code"] = "123456" },
        ["disableTotp"] = new() { ["password"] = "…" },
        ["createAccount"] = new() { ["user"] = "zhangsan", ["name"] = "张三" },
        ["grantRole"] = new() { ["role"] = "recorder", ["unit"] = "demo-office" },
        ["revokeRole"] = new() { ["role"] = "recorder", ["unit"] = "demo-office" },
        ["issueToken"] = new() { ["name"] = "OA 系统上报", ["role"] = "recorder", ["unit"] = "demo-office", ["days"] = 365 },
        ["issueFeed"] = new() { ["name"] = "张三的手机日历" },
        ["setWebhook"] = new() { ["url"] = "https://oa.example.gov.cn/hooks/ledger", ["secret"] = "…" },
        ["freezeReport"] = new() { ["issuedOn"] = "2024-01-15" },
    };

    public static void Describe(OpenApiOperation operation, string route, OpenApiDocument document)
    {
        if (route is OpenApiRoute.AttachEvidence or OpenApiRoute.AttachMatterEvidence)
            operation.RequestBody = Upload($"一个文件，不超过 20 MB；以内容判断：{EvidenceType.Accepted}");
        else if (route is OpenApiRoute.PreviewImport or OpenApiRoute.ConfirmImport)
            operation.RequestBody = Upload("一个表格（.xlsx 或 .csv），不超过 10 MB、5000 行");
        else if (route == OpenApiRoute.CheckEntry)
            operation.RequestBody = Json(AnyKind("登记内容，字段同该类别 · The activity, as its kind", document), OpenApiExamples.Of(Catalogue.FindKind("law-study")!));
        else if (route == OpenApiRoute.TakeStep)
            operation.RequestBody = OpenApiMatters.Taking(document);
        else if (route == OpenApiRoute.ReverseStep)
            operation.RequestBody = OpenApiMatters.Reversing(document);
        else if (route is OpenApiRoute.CorrectEntry or OpenApiRoute.VoidEntry)
            operation.RequestBody = Change(withActivity: route == OpenApiRoute.CorrectEntry, document);
        else if (operation.RequestBody?.Content is { } content && content.TryGetValue("application/json", out var body) && Examples.TryGetValue(operation.OperationId!, out var example))
            body.Example = example.DeepClone();
    }

    public static OpenApiRequestBody Json(IOpenApiSchema schema, JsonNode example) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new OpenApiMediaType { Schema = schema, Example = example } },
    };

    private static OpenApiRequestBody Upload(string description) => new()
    {
        Required = true,
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["multipart/form-data"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { "file" },
                    Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
                },
            },
        },
    };

    private static OpenApiSchema AnyKind(string description, OpenApiDocument document) =>
        new() { Description = description, AnyOf = [.. Catalogue.Kinds.Select(k => new OpenApiSchemaReference(k.Code, document))] };

    /// <summary>What <see cref="SentChange"/> reads.</summary>
    private static OpenApiRequestBody Change(bool withActivity, OpenApiDocument document)
    {
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            AdditionalPropertiesAllowed = false,
            Required = new HashSet<string> { "version", "reason" },
            Properties = new OrderedDictionary<string, IOpenApiSchema>
            {
                ["version"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Description = "所依据的版本号 · The version it was decided on" },
                ["reason"] = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 2, MaxLength = 500, Description = "原因 · Why" },
                ["reasonCode"] = OpenApiFields.Code(Codes.OptionsOf(typeof(ReversalReason)), "原因类别 · Kind of reason"),
            },
        };
        var example = new JsonObject { ["version"] = 1, ["reason"] = "实到人数填写有误", ["reasonCode"] = Codes.Of(ReversalReason.WrongCount) };
        if (!withActivity)
            return Json(schema, example);
        schema.Required.Add("activity");
        schema.Properties["activity"] = AnyKind("更正后的完整内容，字段同该类别 · The whole corrected activity, as its kind", document);
        example["activity"] = OpenApiExamples.Of(Catalogue.FindKind("law-study")!);
        return Json(schema, example);
    }
}
