using Ledger.Log.Tree;
using Npgsql;

namespace Ledger.Api.Sealing;

/// <summary>The trees of several units while leaves are added to them: read and kept in one go, however many units there are.</summary>
internal static class GrowingTrees
{
    private const string RightEdges = """
        select l.unit, l.index, l.hash, l.nodes
        from unnest($1, $2) w (unit, index) join log.leaves l on l.unit = w.unit and l.index = w.index
        """;

    private const string Keep = """
        with tree as (
            insert into log.trees (unit, size, root) select * from unnest($1, $2, $3)
            on conflict (unit) do update set size = excluded.size, root = excluded.root),
        note as (
            insert into log.checkpoints (unit, size, note) select * from unnest($1, $2, $4))
        update log.progress set seq = $5
        """;

    /// <summary>The units' trees; an empty one where a unit has none yet.</summary>
    /// <exception cref="LogBrokenException">A row that must be there is not.</exception>
    public static async Task<Dictionary<string, CompactRange>> ReadAsync(NpgsqlConnection connection, string[] units, CancellationToken ct)
    {
        var sizes = await SizesAsync(connection, units, ct);
        var wanted = sizes.ToDictionary(s => s.Key, s => new LeafRange(0, s.Value).Subtrees().ToList());
        var rows = wanted.Keys.ToDictionary(u => u, _ => new Dictionary<long, (byte[] Hash, byte[] Nodes)>());
        var ends = wanted.SelectMany(w => w.Value, (w, subtree) => (Unit: w.Key, subtree.LastLeaf)).ToList();
        await using var command = new NpgsqlCommand(RightEdges, connection)
        {
            Parameters = { new() { Value = ends.Select(e => e.Unit).ToArray() }, new() { Value = ends.Select(e => e.LastLeaf).ToArray() } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            rows[reader.GetString(0)][reader.GetInt64(1)] = (reader.GetFieldValue<byte[]>(2), reader.GetFieldValue<byte[]>(3));
        return units.ToDictionary(u => u, u => new CompactRange(sizes.GetValueOrDefault(u), [.. (wanted.GetValueOrDefault(u) ?? []).Select(s => UnitTree.Of(s, rows[u], u))]));
    }

    /// <summary>How far the trees and sealing have come; a checkpoint for each.</summary>
    public static async Task KeepAsync(NpgsqlConnection connection, IReadOnlyList<(string Unit, long Size, byte[] Root, string Note)> trees, long sequence, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Keep, connection)
        {
            Parameters =
            {
                new() { Value = trees.Select(t => t.Unit).ToArray() }, new() { Value = trees.Select(t => t.Size).ToArray() },
                new() { Value = trees.Select(t => t.Root).ToArray() }, new() { Value = trees.Select(t => t.Note).ToArray() }, new() { Value = sequence },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<Dictionary<string, long>> SizesAsync(NpgsqlConnection connection, string[] units, CancellationToken ct)
    {
        var sizes = new Dictionary<string, long>();
        await using var command = new NpgsqlCommand("select unit, size from log.trees where unit = any($1)", connection) { Parameters = { new() { Value = units } } };
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            sizes[rows.GetString(0)] = rows.GetInt64(1);
        return sizes;
    }
}
