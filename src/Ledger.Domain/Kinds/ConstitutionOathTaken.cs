using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>An oath to the constitution (宪法宣誓): one entry is one ceremony and counts as one 次.</summary>
[Kind("constitution-oath", "宪法宣誓", "Constitution oath", KindGroup.B, 5)]
[Words("宣誓", Sure = ["宪法宣誓", "向宪法宣誓"])]
public sealed record ConstitutionOathTaken : Activity
{
    [Field("宣誓人数", "Persons", Unit = "人", Max = 100_000)]
    [Words("宣誓", "参加")]
    public required int Persons { get; init; }

    public static readonly FigureDefinition Oaths =
        FigureDefinition.Entries("constitution-oaths", "宪法宣誓", "Constitution oaths", "次");

    public static readonly FigureDefinition Takers =
        FigureDefinition.Sum("constitution-oath-takers", "参加宪法宣誓", "Constitution oath takers", "人次", "persons");

    public override IEnumerable<Line> Lines() => [.. Oaths.One(), .. Takers.Sum(Persons)];
}
