using System.Text.Json;
using Ledger.Api.Access;
using Ledger.Api.Entries;
using Ledger.Domain.Entries;
using Ledger.Domain.Hints;
using Ledger.Domain.Kinds;
using Ledger.Domain.Units;
using Npgsql;

namespace Ledger.Api.Hints;

/// <summary>
/// Looks through all entries of a unit's year where they lie: the database compares, counts and takes medians, and only
/// what may stand out is read.
/// </summary>
internal static class HintSearch
{
    /// <summary>Equal is weaker here than in <see cref="Alike"/>, which has the last word: fewer characters are looked at.</summary>
    private const string MayBeAlike = $"""
        with crowded as (
            select kind, occurred_on from {EntryCounts.Table}
            where tenant_id = $1 and occurred_on between $2 and $3 and status <> all ($4) group by 1, 2 having sum(entries) > 1),
        cards as materialized (
            select c.id, c.kind, c.occurred_on, c.data -> 'entry' -> 'activity' as activity
            from ledger.mt_doc_entrycard c join crowded using (kind, occurred_on)
            where c.tenant_id = $1 and c.status <> all ($4)),
        keyed as materialized (
            select cards.*, lower(regexp_replace(coalesce(activity ->> 'title', ''), '[^0-9A-Za-z一-鿿]', '', 'g')) as title, coalesce((
                select string_agg(lower(regexp_replace(coalesce(activity ->> f, ''), '[^0-9A-Za-z一-鿿]', '', 'g')), '/')
                from jsonb_array_elements_text($5::jsonb -> kind) f), '') as key
            from cards)
        select id, kind, occurred_on, activity::text from keyed a
        where exists (
            select from keyed b where b.kind = a.kind and b.occurred_on = a.occurred_on and b.key = a.key and b.id <> a.id
                and (a.title = '' or b.title = '' or position(a.title in b.title) > 0 or position(b.title in a.title) > 0))
        """;

    private const string Apart = """
        with activities as materialized (
            select c.id, c.kind, c.occurred_on, c.data -> 'entry' -> 'activity' as activity
            from ledger.mt_doc_entrycard c
            where c.tenant_id = $1 and c.occurred_on between $2 and $3 and c.status <> all ($4) and $6::jsonb ? c.kind),
        stated as materialized (
            select id, occurred_on, kind, field, activity ->> 'title' as title,
                case jsonb_typeof(activity -> field) when 'number' then (activity ->> field)::numeric when 'object' then (activity -> field ->> 'value')::numeric end as value
            from activities, jsonb_array_elements_text($6::jsonb -> kind) field),
        medians as (
            select kind, field, (array_agg(value order by value))[count(*) / 2 + 1] as median
            from stated where value > 0 group by 1, 2 having count(*) >= $7)
        select id, occurred_on, title, kind, field, value, median from stated left join medians using (kind, field)
        where occurred_on >= $5 and (value > $8 * median or value > $9 and kind || '/' || field = any ($10))
        order by occurred_on, id, field
        """;

    private const string Crowded = $"""
        with days as (
            select occurred_on, sum(entries)::int as entries from {EntryCounts.Table}
            where tenant_id = $1 and occurred_on between $2 and $3 and status <> all ($4) group by 1 having sum(entries) > 0)
        select d.occurred_on, d.entries, c.id, c.title from days d
        cross join lateral (
            select id, data ->> 'title' as title from ledger.mt_doc_entrycard
            where tenant_id = $1 and occurred_on = d.occurred_on and status <> all ($4) order by id limit $5) c
        where d.entries > greatest($6, $7 * (select percentile_disc(0.5) within group (order by entries) from days))
        order by d.occurred_on, c.id
        """;

    private static readonly string AlwaysStated = Json(Catalogue.Kinds.Select(k => (k.Code, Alike.Always(k))));

    private static readonly string Numbers = Json(HintRules.Numbers.GroupBy(n => n.Kind).Select(g => (g.Key, g.Select(n => n.Field.Name))));

    public static async Task<IReadOnlyList<Hint>> FindAsync(UnitDatabase database, Unit unit, int year, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(unit.Id, ct);
        return [.. await AlikesAsync(connection, unit.Id, year, ct), .. await ApartAsync(connection, unit, year, ct), .. await CrowdedAsync(connection, unit.Id, year, ct)];
    }

    private static async Task<IEnumerable<Hint>> AlikesAsync(NpgsqlConnection connection, string unit, int year, CancellationToken ct)
    {
        var candidates = new List<(HintedEntry, Traits)>();
        await using var command = Command(connection, MayBeAlike, unit, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), AlwaysStated);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var (kind, day, activity) = (Catalogue.FindKind(reader.GetString(1))!, reader.GetFieldValue<DateOnly>(2), JsonElement.Parse(reader.GetString(3)));
            candidates.Add((new(reader.GetGuid(0), TitleOf(activity), day), Alike.TraitsOf(day, kind, activity)));
        }

        return [.. HintRules.Alikes(candidates)];
    }

    private static async Task<IEnumerable<Hint>> ApartAsync(NpgsqlConnection connection, Unit unit, int year, CancellationToken ct)
    {
        var hints = new List<Hint>();
        await using var command = Command(
            connection, Apart, unit.Id, new DateOnly(year - 1, 1, 1), new DateOnly(year, 12, 31), new DateOnly(year, 1, 1), Numbers,
            HintRules.LeastValues, HintRules.Medians, unit.Staff ?? int.MaxValue, HintRules.OwnPeople.Select(p => $"{p.Kind}/{p.Field}").ToArray());
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var (kind, name) = (reader.GetString(3), reader.GetString(4));
            var entry = new HintedEntry(reader.GetGuid(0), reader.IsDBNull(2) ? "" : reader.GetString(2), reader.GetFieldValue<DateOnly>(1));
            var field = HintRules.Numbers.First(n => n.Kind == kind && n.Field.Name == name).Field;
            if (HintRules.Apart(entry, kind, field, reader.GetDecimal(5), reader.IsDBNull(6) ? null : reader.GetDecimal(6), unit.Staff) is { } hint)
                hints.Add(hint);
        }

        return hints;
    }

    private static async Task<IEnumerable<Hint>> CrowdedAsync(NpgsqlConnection connection, string unit, int year, CancellationToken ct)
    {
        var found = new List<(DateOnly Day, int Count, HintedEntry Entry)>();
        await using var command = Command(connection, Crowded, unit, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), HintRules.Named, HintRules.ManyOnADay, HintRules.UsualDays);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            found.Add((reader.GetFieldValue<DateOnly>(0), reader.GetInt32(1), new(reader.GetGuid(2), reader.GetString(3), reader.GetFieldValue<DateOnly>(0))));
        return [.. found.GroupBy(f => (f.Day, f.Count)).Select(g => HintRules.Crowded(g.Key.Day, g.Key.Count, [.. g.Select(f => f.Entry)]))];
    }

    /// <summary>Unit, first and last day, and the states that count no more come first in each.</summary>
    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, string unit, DateOnly first, DateOnly last, params ReadOnlySpan<object> more)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in (object[])[unit, first, last, StandingCards.Gone.ToArray(), .. more])
            command.Parameters.Add(new() { Value = value });
        return command;
    }

    private static string TitleOf(JsonElement activity) => activity.TryGetProperty("title", out var title) ? title.GetString() ?? "" : "";

    private static string Json(IEnumerable<(string Kind, IEnumerable<string> Fields)> fields) => JsonSerializer.Serialize(fields.ToDictionary(f => f.Kind, f => f.Fields));
}
