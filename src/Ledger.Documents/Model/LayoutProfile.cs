namespace Ledger.Documents;

/// <summary>How the first page begins (GB/T 9704-2012, 7.2).</summary>
public enum LayoutProfile
{
    /// <summary>公开版: no red head, the title begins on the first line.</summary>
    Public,

    /// <summary>正式上行文: red head with 发文机关标志, 发文字号 and 签发人.</summary>
    Formal,

    /// <summary>套打: room left for a head that is already on the paper.</summary>
    Preprinted,

    /// <summary>
    /// 信函格式 (10.1): the issuer's name above a red double line, another one at the first page's foot, no page number on
    /// the first page.
    /// </summary>
    Letter,
}
