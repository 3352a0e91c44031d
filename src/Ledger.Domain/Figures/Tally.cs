using System.Text.Json.Serialization;

namespace Ledger.Domain.Figures;

/// <summary>What has been added up in one cell of a year book. Purely additive: adding and taking back are one operation.</summary>
/// <param name="Sum">The total.</param>
/// <param name="Entries">How many activities stand behind it: zero with entries is not the same as never entered.</param>
/// <param name="Inexact">How many of them were known only roughly; any makes the printed sum 余.</param>
public readonly record struct Tally(decimal Sum, int Entries, int Inexact)
{
    [JsonIgnore]
    public bool IsNothing => this == default;

    public static Tally operator +(Tally a, Tally b) => new(a.Sum + b.Sum, a.Entries + b.Entries, a.Inexact + b.Inexact);

    public static Tally operator -(Tally a) => new(-a.Sum, -a.Entries, -a.Inexact);

    public static Tally operator -(Tally a, Tally b) => a + -b;

    public static Tally Subtract(Tally left, Tally right) => left - right;

    public static Tally Add(Tally left, Tally right) => left + right;

    public static Tally Negate(Tally item) => -item;
}
