namespace Ledger.Documents.Layout;

/// <summary>One side of a table's cell.</summary>
/// <param name="Level">Where the line it lies on is.</param>
internal sealed record Stretch(double Level, double From, double To)
{
    private const double Rounding = 0.01;

    /// <summary>Those that touch made one, level by level.</summary>
    public static List<Stretch> Joined(IEnumerable<Stretch> stretches)
    {
        List<Stretch> sorted = [.. stretches];
        sorted.Sort((one, other) => one.Level != other.Level ? one.Level.CompareTo(other.Level) : one.From.CompareTo(other.From));
        var joined = new List<Stretch>();
        foreach (var next in sorted)
        {
            if (joined.Count > 0 && joined[^1].Touches(next)) joined[^1] = joined[^1] with { To = Math.Max(joined[^1].To, next.To) };
            else joined.Add(next);
        }

        return joined;
    }

    private bool Touches(Stretch next) => next.Level == Level && next.From <= To + Rounding;
}
