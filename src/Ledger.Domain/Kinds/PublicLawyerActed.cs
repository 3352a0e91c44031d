using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>A public lawyer acted in that role (公职律师履职): one entry is one matter taken part in and counts as one 次.</summary>
[Kind("public-lawyer-service", "公职律师履职", "Public lawyer's service", KindGroup.E, 2)]
public sealed record PublicLawyerActed : Activity
{
    [Field("事项", "Matter")]
    public required string Matter { get; init; }

    public static readonly FigureDefinition Services =
        FigureDefinition.Entries("public-lawyer-services", "公职律师履职", "Public lawyers' services", "次");

    public override IEnumerable<Line> Lines() => Services.One();
}
