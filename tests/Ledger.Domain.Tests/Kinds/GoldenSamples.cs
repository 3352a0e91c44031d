using System.Text.Json;
using System.Text.Json.Nodes;
using JasperFx.Events;
using Ledger.Domain.Entries;
using Ledger.Domain.Erasures;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;
using Ledger.Domain.Reports;
using Ledger.Domain.Rules;
using Ledger.Domain.SelfInspections;
using Ledger.Domain.Units;
using Ledger.Domain.Years;

namespace Ledger.Domain.Tests.Kinds;

/// <summary>One fixed sample of every event, with no member left out.</summary>
internal static class GoldenSamples
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    /// <summary>By the name the event is stored under.</summary>
    public static IReadOnlyDictionary<string, object> All { get; } =
        Catalogue.Kinds.Select(k => (object)Of(k)).Concat<object>(
        [
            new EntryReversed(Of(Catalogue.FindKind("law-outreach")!), ReversalReason.WrongCount, "发放资料数有误"),
            new EvidenceAttached(Hash, "签到表.pdf", "application/pdf", 182_044),
            new EntryConfirmed("已核对签到表"),
            new EntryReturned("请补充参加人数"),
            new EntryMerged(Guid.Parse("0197a1b2-0000-7000-8000-000000000001"), Of(Catalogue.FindKind("legal-service")!), "与联合活动重复"),
            new EntryParted(Of(Catalogue.FindKind("legal-service")!), "是两次服务"),
            new JointDeclined(Of(Catalogue.FindKind("law-outreach")!), "本单位没有派人"),
            new JointAccepted(Of(Catalogue.FindKind("law-outreach")!), "核实后确有参加"),
            new NilReturnConfirmed(2025, "litigations", "张三", "全年无行政诉讼案件"),
            new NilReturnWithdrawn(2025, "litigations", "补录一件"),
            new YearFrozen(2025, 1, 4321, Hash),
            new YearReopened(2025, "上级要求更正"),
            new HintDismissed(2025, "day:2025-12-04:6", "宪法宣传周集中开展"),
            new RuleProposed("legal-service", 2027, new CountingRule { Version = 2, Measure = Measure.Entries, By = "service", WhenField = "service", WhenCodes = ["legal-opinion"], Participants = true }, "上级要求只计法律意见书", "zhang-san"),
            new RuleApproved("li-si"),
            new RuleRejected("li-si", "理由不充分"),
            new SampleDrawn(2025, 1, 1, Hash, Hash, 273, [Guid.Parse("0197a1b2-0000-7000-8000-000000000001")]),
            new SampleChecked(Guid.Parse("0197a1b2-0000-7000-8000-000000000001"), CheckResult.Differs, "签到表原件", "人数少 2 人", "张三"),
            new UnitRegistered("sample-unit", "样例中心", "样例", ["样例县人民政府"], Enforcement: true, Sample: true, "sample-county", UnitKind.Department, 42),
            new UnitPlaced("sample-county", UnitKind.Township),
            new CountyRegistered("sample-county", "样例县", Sample: true),
            .. MatterCatalogue.Steps.Select(Of),
            new MatterStepReversed(4, Of(MatterCatalogue.Find("shortcoming")!.FindStep("measure")!), ReversalReason.WrongDate, "日期有误"),
            new MatterEvidenceAttached("rectification", Hash, "整改报告.pdf", "application/pdf", 182_044),
            new ProseWritten(2025, "preamble", "一年来的工作。"),
            new ProseReset(2025, "preamble"),
            new EditionFrozen(2025, 2, 4321, Hash, Hash, Hash, new DateOnly(2026, 2, 26), 1, "补录一件后更正"),
            new ProseLocked(2025, "preamble", "张三"),
            new ProseUnlocked(2025, "preamble", "上级要求补充"),
            new SectionOrderChosen(2025, "themes", [new OrderedSection(Heading: "学法用法情况", Parts: ["exam"]), new OrderedSection("next-year")]),
            new EditionOfficeReviewed(2025, 1, "李四", "已核对数字", "补记"),
            new EditionSecrecyReviewed(2025, 1, "王五", SecrecyOutcome.MayPublish, "不涉密", "补记"),
            new EditionSigned(2025, 1, "赵六", "同意", "急件"),
            new EditionNumbered(2025, 1, "沈招商〔2026〕3号", "补记"),
            new EditionSubmitted(2025, 1, new DateOnly(2026, 2, 27), ["样例县人民政府"], ["县委依法治县办"], "收文12号", "迟报"),
            new PersonalDataErased("〔已删除0A1B2C3D〕", "本人申请删除", "li-si", "cli:ledger", [new ErasedMember(42, "/adviser", $"sha-256:{Hash}")], "ledger-erasure/1\nunit sample-unit\n"),
            new EditionPublished(2025, 1, new DateOnly(2026, 3, 20), "https://www.example.gov.cn/report", "迟公开"),
        ]).ToDictionary(e => e.GetType().GetEventTypeName());

    private static Activity Of(KindDefinition kind) =>
        (Activity)JsonSerializer.Deserialize(ObjectOf(kind.Fields), kind.EventType, LedgerJson.Options)!;

    private static MatterStep Of(StepDefinition step)
    {
        var sample = ObjectOf([.. step.Fields, .. step.StatedFields]);
        // A code of no guard: guards come and go, and what was stored stays.
        sample["reasons"] = new JsonObject { ["some-guard"] = "情况属实" };
        return (MatterStep)JsonSerializer.Deserialize(sample, step.EventType, LedgerJson.Options)!;
    }

    private static JsonObject ObjectOf(IReadOnlyList<FieldDefinition> fields) =>
        [.. fields.Select((f, i) => KeyValuePair.Create(f.Name, ValueOf(f, i)))];

    /// <summary>Numbers fall from field to field, so that no part is above its whole.</summary>
    private static JsonNode? ValueOf(FieldDefinition field, int index) => field.Type switch
    {
        FieldType.Date => field.AtMost is null && field.Name != "endedOn" ? "2025-03-12" : field.AtMost is null ? "2025-03-14" : "2025-03-03",
        FieldType.Int => (int)Math.Min(Math.Max(40 - index, field.Limits.Min), double.IsNaN(field.Limits.Max) ? 40 : field.Limits.Max),
        FieldType.Decimal => 12.5m,
        FieldType.Text => field.Limits.Label,
        FieldType.Code => field.Options[^1].Code,
        FieldType.Bool => true,
        FieldType.Count => new JsonObject { ["value"] = 300, ["precision"] = "approximate" },
        FieldType.TextList => new JsonArray($"{field.Limits.Label}一", $"{field.Limits.Label}二"),
        FieldType.GroupList => new JsonArray(ObjectOf(field.ItemFields)),
        _ => throw new InvalidOperationException($"no sample for {field.Type}"),
    };
}
