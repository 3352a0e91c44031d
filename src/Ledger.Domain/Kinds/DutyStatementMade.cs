using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>Office holders stated how they did their rule-of-law duty (述法): one entry is one occasion and counts the persons who did, in 人.</summary>
[Kind("duty-statement", "述法", "Duty statement", KindGroup.A, 6)]
[Words(Sure = ["述法"])]
public sealed record DutyStatementMade : Activity
{
    [Field("述法形式", "Form")]
    public required DutyStatementForm Form { get; init; }

    [Field("述法人数", "Persons", Unit = "人", Max = 100_000)]
    [Words("述法")]
    public required int Persons { get; init; }

    public static readonly FigureDefinition Statements =
        FigureDefinition.Sum("duty-statements", "述法", "Duty statements", "人", "persons");

    public override IEnumerable<Line> Lines() => Statements.Sum(Persons);
}

public enum DutyStatementForm
{
    [Label("书面述法", "In writing"), Words("书面", "述法报告")] Written,
    [Label("会议述法", "At a meeting"), Words("述职述法", "会上", "会上述法", "述法会")] Meeting,
    [Label("现场述法", "On the spot"), Words("现场")] OnSite,
}
