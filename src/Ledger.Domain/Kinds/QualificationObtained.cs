using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>Staff obtained a qualification (取得资格): one entry is one batch of one type and counts its persons, in 人.</summary>
[Kind("qualification", "取得资格", "Qualification obtained", KindGroup.I, 2)]
[Words("执法证", "执法资格", "公职律师证", "法考", "证书", "拿到…证", "考过…证", "考取…证", Sure = ["取得…资格", "取得…执法证", "取得…证书", "法律职业资格", "执法资格人员", "取得…证"])]
public sealed record QualificationObtained : Activity
{
    [Field("资格类型", "Type")]
    public required QualificationType Type { get; init; }

    [Field("人数", "Persons", Unit = "人", Max = 100_000)]
    public required int Persons { get; init; }

    public static readonly FigureDefinition Qualified =
        FigureDefinition.Sum("qualifications", "取得资格", "Qualifications obtained", "人", "persons").By("type");

    public override IEnumerable<Line> Lines() => Qualified.Sum(Persons, Type);
}

public enum QualificationType
{
    [Label("执法资格", "Enforcement"), Words("执法证", "行政执法")] Enforcement,
    [Label("公职律师", "Public lawyer")] PublicLawyer,
    [Label("法律职业资格", "Legal profession"), Words("法考")] LegalProfession,
    [Label("其他", "Other")] Other,
}
