using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>A public lawyer acted in that role (公职律师履职): one entry is one matter taken part in and counts as one 次.</summary>
[Kind("public-lawyer-service", "公职律师履职", "Public lawyer's service", KindGroup.E, 2)]
[Words(Sure = ["公职律师"], Not = ["公职律师证", "公职律师资格", "取得公职律师", "公职律师…证书"])]
public sealed record PublicLawyerActed : Activity
{
    [Field("事项", "Matter"), Holds(Personal.Text)]
    [Named(From = ["参与", "代理", "审核", "起草", "办理", "参加", "出具", "审查", "承办", "提供"], Digits = true, Most = 60)]
    public required string Matter { get; init; }

    public static readonly FigureDefinition Services =
        FigureDefinition.Entries("public-lawyer-services", "公职律师履职", "Public lawyers' services", "次");

    public override IEnumerable<Line> Lines() => Services.One();
}
