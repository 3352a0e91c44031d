namespace Ledger.Domain.Figures;

/// <summary>
/// Address of a cell in a year book: <c>figure</c>, or <c>figure|aspect|part</c> for a part of a split, a rate's
/// numerator or denominator, a name of a distinct count.
/// </summary>
public static class Cell
{
    public const string Numerator = "numerator";
    public const string Denominator = "denominator";
    public const string Name = "name";
    public const string Role = "role";

    public static string Of(string figure, string aspect, string? part = null) =>
        part is null ? $"{figure}|{aspect}" : $"{figure}|{aspect}|{part}";

    /// <summary>
    /// The cells one activity or step adds to. Host and co-host count in the main value; a participant counts only in the
    /// figure's role split, and not at all in rates and distinct counts (counting rule 3).
    /// </summary>
    public static IEnumerable<(string Cell, Tally Tally)> Of(ICounted counted)
    {
        ArgumentNullException.ThrowIfNull(counted);
        return counted.Participation ? Participant(counted) : Counted(counted);
    }

    private static IEnumerable<(string, Tally)> Counted(ICounted counted)
    {
        foreach (var line in counted.Lines())
        {
            var inexact = line.Inexact ? 1 : 0;
            if (line.Denominator is { } denominator)
            {
                yield return (Of(line.Figure, Numerator), new Tally(line.Amount, 1, inexact));
                yield return (Of(line.Figure, Denominator), new Tally(denominator, 1, inexact));
                continue;
            }

            if (line.Key is { } key)
            {
                yield return (Of(line.Figure, Name, key), new Tally(1, 1, 0));
                continue;
            }

            var tally = new Tally(line.Amount, 1, inexact);
            yield return (line.Figure, tally);
            if (line.Dimension is { } dimension && line.Part is { } part)
                yield return (Of(line.Figure, dimension, part), tally);
        }
    }

    private static IEnumerable<(string, Tally)> Participant(ICounted counted)
    {
        foreach (var line in counted.Lines())
        {
            if (line.Denominator is null && line.Key is null)
                yield return (Of(line.Figure, Role, "participant"), new Tally(line.Amount, 1, line.Inexact ? 1 : 0));
        }
    }
}
