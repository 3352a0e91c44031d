using Ledger.Domain.Kinds;

namespace Ledger.Domain.Matters;

// What happens to a normative document once it is issued.

[Step(typeof(NormativeDocument), "published", 9, "公布", "Published", Becomes = "已公布", EnglishBecomes = "Published", After = "issued")]
public sealed record NormativeDocumentPublished : MatterStep
{
    [Field("网址", "Address", MaxLength = 500), Holds(Personal.Nothing)]
    public string? Url { get; init; }
}

[Step(typeof(NormativeDocument), "filed", 10, "备案", "Filed", Becomes = "已备案", EnglishBecomes = "Filed", After = "issued")]
public sealed record NormativeDocumentFiled : MatterStep
{
    [Field("备案机关", "With", MaxLength = 60), Holds(Personal.Text)]
    public string? With { get; init; }

    [Field("备案号", "Receipt", MaxLength = 60), Holds(Personal.Nothing)]
    public string? Receipt { get; init; }
}

[Step(typeof(NormativeDocument), "interpreted", 11, "政策解读", "Interpreted", After = "issued", Repeats = true, Aside = true)]
public sealed record NormativeDocumentInterpreted : MatterStep;

[Step(typeof(NormativeDocument), "evaluated", 12, "评估", "Evaluated", After = "issued", Repeats = true, Aside = true)]
public sealed record NormativeDocumentEvaluated : MatterStep
{
    [Field("评估结论", "Finding", MaxLength = 1000), Holds(Personal.Text)]
    public string? Finding { get; init; }
}

[Step(typeof(NormativeDocument), "amended", 13, "修改", "Amended", After = "issued", Repeats = true, Aside = true)]
public sealed record NormativeDocumentAmended : MatterStep
{
    [Field("修改内容", "What was changed", MaxLength = 1000), Holds(Personal.Text)]
    public required string What { get; init; }
}

[Step(typeof(NormativeDocument), "kept", 14, "清理后继续有效", "Kept", Becomes = "继续有效", EnglishBecomes = "Kept", After = "issued", Repeats = true, Aside = true)]
public sealed record NormativeDocumentKept : MatterStep
{
    [Field("清理批次", "Clean-up", MaxLength = 60), Holds(Personal.Nothing)]
    public string? Batch { get; init; }

    [Field("有效期至", "Valid to")]
    public DateOnly? ValidTo { get; init; }
}

[Step(typeof(NormativeDocument), "repealed", 15, "废止", "Repealed", Becomes = "已废止", EnglishBecomes = "Repealed", After = "issued", Aside = true, Closes = true)]
public sealed record NormativeDocumentRepealed : MatterStep
{
    [Field("废止依据", "By", MaxLength = 200), Holds(Personal.Nothing)]
    public string? By { get; init; }
}

[Step(typeof(NormativeDocument), "expired", 16, "失效", "Expired", Becomes = "已失效", EnglishBecomes = "Expired", After = "issued", Aside = true, Closes = true)]
public sealed record NormativeDocumentExpired : MatterStep;
