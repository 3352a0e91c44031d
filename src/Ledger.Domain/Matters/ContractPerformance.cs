using Ledger.Domain.Kinds;

namespace Ledger.Domain.Matters;

// What happens to a contract once it is signed.

[Step(typeof(Contract), "filed", 8, "备案", "Filed", After = "signed")]
public sealed record ContractFiled : MatterStep
{
    [Field("备案机关", "With", MaxLength = 60), Holds(Personal.Text)]
    public string? With { get; init; }
}

[Step(typeof(Contract), "milestone", 9, "履行节点", "Milestone", After = "signed", Repeats = true, Aside = true)]
public sealed record ContractMilestonePassed : MatterStep
{
    [Field("节点", "Milestone", MaxLength = 200), Holds(Personal.Text)]
    public required string What { get; init; }

    [Field("是否按约履行", "Performed as agreed")]
    public required bool Met { get; init; }
}

[Step(typeof(Contract), "changed", 10, "变更", "Changed", After = "signed", Repeats = true, Aside = true)]
public sealed record ContractChanged : MatterStep
{
    [Field("变更内容", "What was changed", MaxLength = 1000), Holds(Personal.Text)]
    public required string What { get; init; }

    [Field("变更依据", "On what ground", MaxLength = 200), Holds(Personal.Text)]
    public required string Ground { get; init; }
}

[Step(typeof(Contract), "breached", 11, "违约", "Breached", Becomes = "有违约", EnglishBecomes = "Breached", After = "signed", Repeats = true, Aside = true)]
public sealed record ContractBreached : MatterStep
{
    [Field("违约方", "By")]
    public required ContractSide By { get; init; }

    [Field("违约情况", "What happened", MaxLength = 1000), Holds(Personal.Text)]
    public required string What { get; init; }
}

public enum ContractSide
{
    [Label("本方", "Own")] Own,
    [Label("对方", "Counterparty")] Counterparty,
}

[Step(typeof(Contract), "dispute", 12, "争议处理", "Dispute", Becomes = "争议处理中", EnglishBecomes = "In dispute", After = "signed", Repeats = true, Aside = true)]
public sealed record ContractDisputed : MatterStep
{
    [Field("处理方式", "How")]
    public required DisputeWay Way { get; init; }

    [Field("进展", "How it stands", MaxLength = 1000), Holds(Personal.Text)]
    public string? Progress { get; init; }
}

public enum DisputeWay
{
    [Label("协商", "Negotiation")] Negotiation,
    [Label("调解", "Mediation")] Mediation,
    [Label("仲裁", "Arbitration")] Arbitration,
    [Label("诉讼", "Litigation")] Litigation,
}

[Step(typeof(Contract), "fulfilled", 13, "履行完毕", "Fulfilled", Becomes = "已履行", EnglishBecomes = "Fulfilled", After = "signed", Closes = true)]
public sealed record ContractFulfilled : MatterStep;

[Step(typeof(Contract), "ended", 14, "终止", "Ended", Becomes = "已终止", EnglishBecomes = "Ended", After = "drafted", Aside = true, Closes = true)]
public sealed record ContractEnded : MatterStep
{
    [Field("终止原因", "Why", MaxLength = 500), Holds(Personal.Text)]
    public required string Why { get; init; }
}

/// <summary>The unified social credit code (统一社会信用代码, GB 32100—2015): 17 characters and a check character over them.</summary>
public static class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    public static bool IsRight(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length != 18 || code.Any(c => !Alphabet.Contains(c, StringComparison.Ordinal)))
            return false;
        var sum = Weights.Select((w, i) => w * Alphabet.IndexOf(code[i], StringComparison.Ordinal)).Sum();
        return Alphabet[(31 - (sum % 31)) % 31] == code[17];
    }
}
