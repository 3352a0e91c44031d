namespace Ledger.Domain.Sentences;

/// <summary>Says of the typed sentence which parts were read as what, and which were not read.</summary>
internal static class Places
{
    private const string Particles = "的了在到对为和与及等共计约已把将被由于我局本一";

    public static IReadOnlyList<Stretch> Of(TypedText typed, IReadOnlyList<Found> found) =>
        [.. found.GroupBy(f => typed.Typed(f.Span))
            .OrderBy(g => g.Key.Start)
            .Select(g => new Stretch(g.Key.Start, g.Key.Length, [.. g.Select(f => f.Field).Distinct()]))];

    /// <summary>Runs of at least two characters that no field and no word of the kind accounts for.</summary>
    public static IReadOnlyList<Stretch> Left(TypedText typed, IReadOnlyList<Span> read)
    {
        var known = new bool[typed.Length];
        foreach (var span in read)
            Array.Fill(known, true, span.Start, span.Length);
        var left = new List<Stretch>();
        for (var i = 0; i < typed.Length; i++)
        {
            var start = i;
            while (i < typed.Length && !known[i] && !TypedText.IsMark(typed.Text[i]))
                i++;
            var run = Span.Between(start, i);
            if (run.Length >= 2 && !typed.Slice(run).All(c => Particles.Contains(c, StringComparison.Ordinal)))
                left.Add(new(typed.Typed(run).Start, typed.Typed(run).Length, []));
        }

        return left;
    }
}
