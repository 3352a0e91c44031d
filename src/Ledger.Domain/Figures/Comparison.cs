using Npgsql;

namespace Ledger.Domain.Figures;

/// <summary>Lays what the three evaluators say side by side, unit by unit and year by year, up to one event.</summary>
internal sealed class Comparison(NpgsqlDataSource database, BookSnapshot books, OfflineFold offline, long sequence, VerifiedBook? since = null)
{
    private const int MostEntries = 50;

    /// <summary>Looking up entries costs a read of the unit's events each: enough to find the cause, no more.</summary>
    private const int MostLookUps = 40;

    private readonly List<Difference> _differences = [];
    private readonly Dictionary<(string, int, string), (IReadOnlyList<Guid>, bool)> _entries = [];
    private int _units;
    private int _years;
    private int _cells;
    private int _changedSince;

    public async Task<VerificationResult> RunAsync(IEnumerable<string> units, int? year, IProgress<string>? progress, CancellationToken ct)
    {
        foreach (var unit in units)
        {
            var before = _years;
            await CompareAsync(unit, year, ct);
            if (_years == before)
                continue;
            _units++;
            progress?.Report($"{unit}: {_years - before} 个年度 | years");
        }

        return new VerificationResult(_differences, _units, _years, sequence, _cells) { ChangedSince = _changedSince };
    }

    private async Task CompareAsync(string unit, int? only, CancellationToken ct)
    {
        var sql = await SqlEvaluator.EvaluateAsync(database, unit, only, sequence, ct, since?.Sequence);
        if (since is not null)
            sql = since.With(sql);
        var nil = await SqlEvaluator.NilReturnsAsync(database, unit, only, sequence, ct);
        var folded = offline.Units.GetValueOrDefault(unit);
        var years = sql.Keys.Concat(nil.Select(n => n.Key)).Concat(folded?.Keys ?? [])
            .Concat(books.Books.Keys.Where(b => b.Unit == unit).Select(b => b.Year))
            .Where(y => only is null || y == only)
            .Distinct().Order();
        foreach (var year in years)
        {
            var book = books.Books.GetValueOrDefault((unit, year));
            var changed = book?.Sequence > sequence;
            _years++;
            _changedSince += changed ? 1 : 0;
            await CompareAsync(
                unit, year,
                changed ? null : WithNil(book is null ? [] : book.Cells.Concat(book.Shared.Select(c => KeyValuePair.Create(Cell.Joint(c.Key), c.Value))), book?.NilReturns.Keys ?? []),
                Kept(WithNil(sql.GetValueOrDefault(year) ?? new Dictionary<string, Tally>(), nil[year])),
                folded?.GetValueOrDefault(year) is { } y
                    ? WithNil(y.Cells.Select(c => KeyValuePair.Create(c.Key, new Tally(c.Value.Sum, c.Value.Entries, c.Value.Inexact))), y.NilReturns)
                    : [],
                ct);
        }
    }

    /// <summary>What the database counted, to go on from the next time if all agree.</summary>
    public IReadOnlyDictionary<string, Tally> Counted { get; private set; } = new Dictionary<string, Tally>();

    private Dictionary<string, Tally> Kept(Dictionary<string, Tally> counted)
    {
        Counted = counted;
        return counted;
    }

    private async Task CompareAsync(
        string unit, int year, Dictionary<string, Tally>? projection, Dictionary<string, Tally> sql, Dictionary<string, Tally> offline, CancellationToken ct)
    {
        foreach (var cell in sql.Keys.Union(offline.Keys).Union(projection?.Keys.AsEnumerable() ?? []).Order(StringComparer.Ordinal))
        {
            _cells++;
            var (counted, folded) = (sql.GetValueOrDefault(cell), offline.GetValueOrDefault(cell));
            var projected = projection?.GetValueOrDefault(cell);
            if (counted == folded && (projection is null || projected == counted))
                continue;
            var figure = FigureOf(cell);
            var (entries, more) = await EntriesAsync(unit, year, figure, ct);
            _differences.Add(new Difference
            {
                Unit = unit,
                Year = year,
                Figure = figure,
                Cell = cell,
                Projection = projected,
                Sql = counted,
                Offline = folded,
                Entries = entries,
                MoreEntries = more,
            });
        }
    }

    private async Task<(IReadOnlyList<Guid> Entries, bool More)> EntriesAsync(string unit, int year, string figure, CancellationToken ct)
    {
        if (_entries.TryGetValue((unit, year, figure), out var known))
            return known;
        if (_entries.Count == MostLookUps)
            return ([], true);
        var found = await SqlEvaluator.EntriesAsync(database, unit, year, figure, sequence, MostEntries + 1, ct);
        return _entries[(unit, year, figure)] = ([.. found.Take(MostEntries)], found.Count > MostEntries);
    }

    private static Dictionary<string, Tally> WithNil(IEnumerable<KeyValuePair<string, Tally>> cells, IEnumerable<string> confirmed) =>
        new(cells.Concat(confirmed.Select(figure => KeyValuePair.Create(Cell.Of(figure, Difference.NilReturn), new Tally(0, 1, 0)))));

    /// <summary>A counter's name is free text and may hold what parts the others.</summary>
    private static string FigureOf(string cell)
    {
        cell = cell.Replace(Cell.JointMark, "", StringComparison.Ordinal);
        var end = cell.StartsWith("other-work:", StringComparison.Ordinal) ? cell.LastIndexOf('）') + 1 : cell.IndexOf('|');
        return end > 0 ? cell[..end] : cell;
    }
}
