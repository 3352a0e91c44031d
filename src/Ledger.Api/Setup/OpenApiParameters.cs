using System.Text.Json.Nodes;
using Ledger.Api.Entries;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;
using Microsoft.OpenApi;

namespace Ledger.Api.Setup;

/// <summary>What each parameter takes; a name means the same on every route.</summary>
internal static class OpenApiParameters
{
    private static readonly Dictionary<string, (string Description, Func<OpenApiSchema> Schema)> Known = new()
    {
        ["unit"] = ("单位代码 · The unit's code", () => new() { Type = JsonSchemaType.String, Pattern = "^[a-z][a-z0-9-]{1,39}$", Examples = [(JsonNode)"shenqiu-investment"] }),
        ["id"] = ("登记编号 · The entry", () => new() { Type = JsonSchemaType.String, Format = "uuid" }),
        ["year"] = ("年度 · The year", () => Whole(2000, 2100)),
        ["code"] = ("指标代码 · The figure's code", () => new() { Type = JsonSchemaType.String, Examples = [(JsonNode)"legal-service"] }),
        ["kind"] = ("类别代码 · The kind's code", () => new() { Type = JsonSchemaType.String, Enum = [.. Catalogue.Kinds.Select(k => (JsonNode)k.Code)] }),
        ["step"] = ("步骤代码 · The step's code", () => new() { Type = JsonSchemaType.String, Enum = [.. MatterCatalogue.Steps.Where(s => !s.Opens).Select(s => s.Code).Distinct().Select(c => (JsonNode)c)] }),
        ["slot"] = ("佐证项代码 · The slot's code", () => new() { Type = JsonSchemaType.String, Enum = [.. MatterCatalogue.Kinds.SelectMany(m => m.Slots).Select(s => s.Code).Distinct().Select(c => (JsonNode)c)] }),
        ["open"] = ("true：只取未结束的；false：只取已结束的 · Only those that go on, or only those that are over", () => new() { Type = JsonSchemaType.String, Enum = ["true", "false"] }),
        ["status"] = ("状态 · Status", () => OpenApiFields.Code(Codes.OptionsOf(typeof(EntryStatus)))),
        ["from"] = ("发生日期不早于 · Not before this day", Day),
        ["to"] = ("发生日期不晚于 · Not after this day", Day),
        ["figure"] = ("指标代码，须同时给出年度：只取计入该指标的登记 · A figure's code, with a year: only entries it is counted from", () => new() { Type = JsonSchemaType.String, Examples = [(JsonNode)"legal-service"] }),
        ["masked"] = ("true：姓名隐去（张**）；只读角色总是隐去 · true: names are hidden; always for viewers", () => new() { Type = JsonSchemaType.String, Enum = ["true", "false"] }),
        ["late"] = ("1：只取发生后超过 7 天才登记的 · 1: only those logged more than 7 days after", () => new() { Type = JsonSchemaType.String, Enum = ["1"] }),
        ["alike"] = ("疑似重复的行：add 照样登记，skip 略过 · Rows that look like entries: log them all the same, or leave them out", () => new() { Type = JsonSchemaType.String, Enum = ["add", "skip"] }),
        ["q"] = ("搜索词 · Text to find", () => new() { Type = JsonSchemaType.String, MaxLength = 100 }),
        ["page"] = ("页码，从 1 起 · Page, from 1", () => Whole(1, 1_000_000)),
        ["size"] = ("每页条数 · Entries a page", () => Whole(1, EntrySearch.LargestPage)),
        ["asOf"] = ("截至：事件序号、时间或日期 · As known at a sequence number, a time or a day", () => new() { Type = JsonSchemaType.String, Examples = [(JsonNode)"2023-06-30"] }),
        ["sha256"] = ("文件的 SHA-256 · SHA-256 of the file", () => new() { Type = JsonSchemaType.String, Pattern = "^[0-9a-f]{64}$" }),
        ["edition"] = ("版次、latest 或 draft · Number of an edition, latest or draft", () => new() { Type = JsonSchemaType.String }),
        ["annexes"] = ("附件范围：figures 只附统计表和口径，entries 另附登记索引和佐证目录 · What is annexed: figures and rules, or entries and evidence as well", () => new() { Type = JsonSchemaType.String, Enum = ["figures", "entries"] }),
        ["profile"] = ("版式 · Layout", () => new() { Type = JsonSchemaType.String, Enum = ["public", "formal", "preprinted"] }),
        ["user"] = ("用户名 · The user name", () => new() { Type = JsonSchemaType.String, Examples = [(JsonNode)"zhangsan"] }),
        ["who"] = ("何人：用户名，令牌为 token:编号 · Who: a user name, or token:ID", () => new() { Type = JsonSchemaType.String }),
        ["what"] = ("何事 · What", () => OpenApiFields.Code(Codes.OptionsOf(typeof(Access.AuditKind)))),
        ["of"] = ("单位代码 · Of which unit", () => new() { Type = JsonSchemaType.String }),
        ["since"] = ("不早于 · Not before", () => new() { Type = JsonSchemaType.String, Format = "date-time" }),
        ["until"] = ("早于 · Before", () => new() { Type = JsonSchemaType.String, Format = "date-time" }),
        ["before"] = ("早于此编号 · Rows before this one", () => new() { Type = JsonSchemaType.Integer }),
        ["on"] = ("截至哪一天，默认今天 · As of which day; today by default", Day),
        ["month"] = ("月份 · The month", () => Whole(1, 12)),
        ["feed"] = ("订阅地址中的密钥，代替令牌 · The key of an issued address, in place of a token", () => new() { Type = JsonSchemaType.String }),
        ["number"] = ("版次 · Number of the edition", () => Whole(1, 1000)),
        ["earlier"] = ("较早一版的版次 · Number of the earlier edition", () => Whole(1, 1000)),
        ["later"] = ("较晚一版的版次，不填为草稿 · Number of the later edition; the draft if left out", () => Whole(1, 1000)),
        ["template"] = ("报告模板，不填为年度报告 · Which report; the yearly one if left out", () => new() { Type = JsonSchemaType.String, Examples = [(JsonNode)"law-study"] }),
        ["figures"] = ("指标代码，逗号分隔，不填为全部 · Codes of figures, parted by commas; all if left out", () => new() { Type = JsonSchemaType.String, Examples = [(JsonNode)"legal-service,law-outreach"] }),
        ["key"] = ("段落名称 · Name of the block", () => new() { Type = JsonSchemaType.String }),
    };

    public static void Describe(OpenApiOperation operation, OpenApiRoute route, bool kinds)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            // A token's or a feed's id is no entry's, and a sheet's kind no activity's.
            if (!Known.TryGetValue(parameter.Name ?? "", out var known) || (route.Tag is "tokens" or "calendar" && parameter.Name == "id"))
                continue;
            if (route.Tag == "calendar" && parameter.Name == "kind")
                known = ("提示单或督办单，默认提示单 · What falls due, or what is past", () => new() { Type = JsonSchemaType.String, Enum = ["reminder", "overdue"] });
            parameter.Schema = known.Schema();
            if (route.Tag == "matters" && parameter.Name is ("id" or "kind"))
            {
                parameter.Description = parameter.Name == "id" ? "事项编号 · The matter" : "事项类别代码 · The code of the kind of matter";
                if (parameter.Name == "kind")
                    parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. MatterCatalogue.Kinds.Select(m => (JsonNode)m.Code)] };
                continue;
            }

            parameter.Description = kinds && parameter.Name == "unit"
                ? "单位代码，给出则略去该单位不适用的类别 · Leaves out the kinds that are off for this unit"
                : known.Description;
        }

        if (route.Idempotent)
            (operation.Parameters ??= []).Add(IdempotencyKey());
    }

    private static OpenApiParameter IdempotencyKey() => new()
    {
        Name = "Idempotency-Key",
        In = ParameterLocation.Header,
        Description = "同一键重发得到第一次的答复 · A repeated key replays the first answer",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiSchema Whole(int low, int high) =>
        new() { Type = JsonSchemaType.Integer, Minimum = $"{low}", Maximum = $"{high}" };

    private static OpenApiSchema Day() => new() { Type = JsonSchemaType.String, Format = "date" };
}
