namespace Ledger.Documents.Layout;

/// <summary>The colour a mark is printed in: parts of sRGB from 0 to 1.</summary>
internal readonly record struct Ink(double Red, double Green, double Blue)
{
    /// <summary>5.2.4: everything the standard does not say otherwise of.</summary>
    public static Ink Black { get; }

    /// <summary>The head's red (7.2.4, 7.2.7). The standard fixes printing ink alone (6.2: Y 80 %, M 80 %); this is its usual red on screens.</summary>
    public static Ink HeadRed { get; } = new(1, 0, 0);
}
