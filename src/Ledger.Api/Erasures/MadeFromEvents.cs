using System.Text.Json.Nodes;
using Ledger.Domain.Entries;
using Npgsql;
using static Ledger.Api.Erasures.ErasureOfName;

namespace Ledger.Api.Erasures;

/// <summary>What is made from events and kept: cards with their search text, matters, year books, years, the last verification.</summary>
internal static class MadeFromEvents
{
    /// <summary>What is never rewritten: an edition is a published document; accounts, tokens and the like are no unit's.</summary>
    private static readonly string[] Kept = ["mt_doc_edition", "mt_doc_entrycard"];

    /// <summary>A stand-in takes the name's place, in values and in the keys of counts alike. Cards of joint units go with the host's.</summary>
    /// <returns>The tables that held it.</returns>
    public static async Task<HashSet<string>> RewriteAsync(NpgsqlConnection connection, string unit, string name, string standIn, CancellationToken ct)
    {
        var changed = new HashSet<string>();
        foreach (var table in await TablesAsync(connection, ct))
        {
            if (!Kept.Contains(table) && await ExecuteAsync(connection, $"update ledger.{table} set data = replace(data::text, $2, $3)::jsonb where tenant_id = $1 and position($2 in data::text) > 0", ct, unit, name, standIn) > 0)
                changed.Add($"ledger.{table}");
        }

        if (await ExecuteAsync(connection, "update ledger.mt_doc_lastverification set data = replace(data::text, $1, $2)::jsonb where position($1 in data::text) > 0", ct, name, standIn) > 0)
            changed.Add("ledger.mt_doc_lastverification");
        foreach (var (tenant, id, data) in await CardsAsync(connection, unit, name, ct))
        {
            changed.Add("ledger.mt_doc_entrycard");
            await ExecuteAsync(connection, "update ledger.mt_doc_entrycard set data = $3::jsonb where tenant_id = $1 and id = $2", ct, tenant, id, Card(data, name, standIn));
        }

        return changed;
    }

    /// <summary>Where the name still stands although it was erased, in words.</summary>
    public static async Task<IReadOnlyList<string>> LeftAsync(NpgsqlConnection connection, string unit, string name, CancellationToken ct)
    {
        var left = new List<string>();
        foreach (var (row, _) in await PersonalEvents.FindAsync(connection, unit, name, ct))
            left.Add($"第 {row.Sequence} 号事件：不属于个人信息的字段 | event {row.Sequence}: a field that holds no personal data");
        left.AddRange(await EditionsAsync(connection, unit, name, ct));
        return left;
    }

    /// <summary>Frozen editions that hold the name: published documents, which stay as they are.</summary>
    public static async Task<IReadOnlyList<string>> EditionsAsync(NpgsqlConnection connection, string unit, string name, CancellationToken ct)
    {
        var left = new List<string>();
        await using var command = new NpgsqlCommand("select data ->> 'year', data ->> 'number' from ledger.mt_doc_edition where tenant_id = $1 and position($2 in data::text) > 0 order by 1, 2", connection)
        {
            Parameters = { new() { Value = unit }, new() { Value = name } },
        };
        await using var editions = await command.ExecuteReaderAsync(ct);
        while (await editions.ReadAsync(ct))
            left.Add($"{editions.GetString(0)} 年第 {editions.GetString(1)} 版报告（已定稿的文件） | edition {editions.GetString(1)} of {editions.GetString(0)}, a frozen document");
        return left;
    }

    private static async Task<List<string>> TablesAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        const string Sql = """
            select c.relname from pg_class c
            join pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id' join pg_attribute d on d.attrelid = c.oid and d.attname = 'data'
            where c.relnamespace = 'ledger'::regnamespace and c.relkind in ('r', 'p') and c.relname like 'mt\_doc\_%' order by 1
            """;
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var tables = new List<string>();
        while (await rows.ReadAsync(ct))
            tables.Add(rows.GetString(0));
        return tables;
    }

    private static async Task<List<(string Tenant, Guid Id, string Data)>> CardsAsync(NpgsqlConnection connection, string unit, string name, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select tenant_id, id, data::text from ledger.mt_doc_entrycard where (tenant_id = $1 or data ->> 'host' = $1) and (position($2 in data::text) > 0 or position($3 in data::text) > 0)", connection)
        {
            Parameters = { new() { Value = unit }, new() { Value = name }, new() { Value = name.ToLowerInvariant() } },
        };
        await using var rows = await command.ExecuteReaderAsync(ct);
        var cards = new List<(string, Guid, string)>();
        while (await rows.ReadAsync(ct))
            cards.Add((rows.GetString(0), rows.GetGuid(1), rows.GetString(2)));
        return cards;
    }

    private static string Card(string data, string name, string standIn)
    {
        var card = JsonNode.Parse(data.Replace(name, standIn, StringComparison.Ordinal))!;
        var text = card["text"]!.GetValue<string>().Replace(name.ToLowerInvariant(), standIn, StringComparison.Ordinal).ToLowerInvariant();
        card["text"] = text;
        card["grams"] = new JsonArray([.. SearchText.Grams(text).Select(g => (JsonNode)g)]);
        return card.ToJsonString(Domain.LedgerJson.Options);
    }
}
