using System.Collections.Concurrent;
using Ledger.Api.Figures;
using Ledger.Api.Setup;
using Ledger.Domain.Figures;
using Ledger.Domain.Units;
using Marten;
using Npgsql;

namespace Ledger.Api.Counties;

/// <summary>A county's year book, now or as it was known; only the books that changed since it was last read are read again.</summary>
public sealed class CountyBookReader(IDocumentStore store, NpgsqlDataSource database, Freshness freshness, YearBookReader books)
{
    private const int MostKept = 32;

    private readonly ConcurrentDictionary<(string County, int Year), (long Reached, CountyBook Book)> _kept = new();

    /// <summary>Null if the moment cannot be read.</summary>
    public async Task<CountyBook?> ReadAsync(string county, IReadOnlyList<Unit> units, int year, string? asOf, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(units);
        if (string.IsNullOrWhiteSpace(asOf))
            return await NowAsync(county, units, year, ct);
        var then = new Dictionary<string, YearBook>();
        foreach (var unit in units)
        {
            if (await books.ReadAsync(unit.Id, year, asOf, ct) is not { } book)
                return null;
            then.Add(unit.Id, book);
        }

        return CountyBook.Of(year, then);
    }

    private async Task<CountyBook> NowAsync(string county, IReadOnlyList<Unit> units, int year, CancellationToken ct)
    {
        var reached = await freshness.AwaitAsync(YearBooks.Name, ct);
        var known = _kept.TryGetValue((county, year), out var kept) && units.All(u => kept.Book.Units.ContainsKey(u.Id)) ? kept : default;
        if (known.Book is not null && known.Reached == reached)
            return known.Book;
        var read = known.Book is null ? units.ToDictionary(u => u.Id, _ => YearBook.Empty(year)) : known.Book.Units.ToDictionary();
        await using var command = database.CreateCommand(
            "select tenant_id, data from ledger.mt_doc_yearbook where id = $1 and tenant_id = any ($2) and (data ->> 'sequence')::bigint > $3");
        command.Parameters.Add(new() { Value = YearBook.IdOf(year) });
        command.Parameters.Add(new() { Value = units.Select(u => u.Id).ToArray() });
        command.Parameters.Add(new() { Value = known.Book is null ? -1 : known.Reached });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var unit = reader.GetString(0);
            await using var data = await reader.GetStreamAsync(1, ct);
            read[unit] = await store.Options.Serializer().FromJsonAsync<YearBook>(data, ct);
        }

        var book = CountyBook.Of(year, read);
        if (_kept.Count >= MostKept)
            _kept.Clear();
        _kept[(county, year)] = (reached, book);
        return book;
    }
}
