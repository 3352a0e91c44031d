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

    /// <summary>The part of a cell that comes from joint activities which others logged, where evaluators are compared.</summary>
    public static string Joint(string cell) => cell + JointMark;

    /// <summary>Sets the parts apart; no text that anybody enters holds it.</summary>
    public const string JointMark = "\u001fjoint";

    public static string Of(string figure, string aspect, string? part = null) =>
        part is null ? $"{figure}|{aspect}" : $"{figure}|{aspect}|{part}";

    /// <summary>
    /// The cells one activity or step adds to. Host and co-host count in the main value; a participant counts only in the
    /// figure's role split, and not at all in rates and distinct counts (counting rule 3) – unless a changed rule of the
    /// year says otherwise.
    /// </summary>
    public static IEnumerable<(string Cell, Tally Tally)> Of(ICounted counted, IReadOnlyDictionary<string, CountingRule>? changed = null)
    {
        ArgumentNullException.ThrowIfNull(counted);
        foreach (var line in counted.Lines())
        {
            var rule = changed?.GetValueOrDefault(line.Figure);
            if (rule?.WhenField is { } field && line.Dimension == field && !rule.WhenCodes.Contains(line.Part ?? ""))
                continue;
            foreach (var cell in counted.Participation && rule is not { Participants: true } ? Participant(line) : Counted(line))
                yield return cell;
        }
    }

    private static IEnumerable<(string, Tally)> Counted(Line line)
    {
        var inexact = line.Inexact ? 1 : 0;
        if (line.Denominator is { } denominator)
        {
            yield return (Of(line.Figure, Numerator), new Tally(line.Amount, 1, inexact));
            yield return (Of(line.Figure, Denominator), new Tally(denominator, 1, inexact));
            yield break;
        }

        if (line.Key is { } key)
        {
            yield return (Of(line.Figure, Name, key), new Tally(1, 1, 0));
            yield break;
        }

        var tally = new Tally(line.Amount, 1, inexact);
        yield return (line.Figure, tally);
        if (line.Dimension is { } dimension && line.Part is { } part)
            yield return (Of(line.Figure, dimension, part), tally);
    }

    private static IEnumerable<(string, Tally)> Participant(Line line)
    {
        if (line.Denominator is null && line.Key is null)
            yield return (Of(line.Figure, Role, "participant"), new Tally(line.Amount, 1, line.Inexact ? 1 : 0));
    }
}
