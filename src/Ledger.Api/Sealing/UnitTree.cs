using Ledger.Log.Tree;
using Npgsql;

namespace Ledger.Api.Sealing;

/// <summary>A unit's tree as it is kept: the hashes of its nodes, a few rows for any proof, however large it is.</summary>
public static class UnitTree
{
    public static async Task<long> SizeAsync(NpgsqlConnection connection, string unit, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select size from log.trees where unit = $1", connection) { Parameters = { new() { Value = unit } } };
        return await command.ExecuteScalarAsync(ct) as long? ?? 0;
    }

    /// <summary>The hashes of these nodes.</summary>
    public static async Task<IReadOnlyList<byte[]>> HashesAsync(NpgsqlConnection connection, string unit, IReadOnlyList<LeafRange> ranges, CancellationToken ct)
    {
        var found = new Queue<byte[]>(await SubtreesAsync(connection, unit, ranges, ct));
        return [.. ranges.Select(r => r.Hash(_ => found.Dequeue()))];
    }

    /// <summary>A subtree's hash stands in the row of the leaf that completed it.</summary>
    private static async Task<List<byte[]>> SubtreesAsync(NpgsqlConnection connection, string unit, IEnumerable<LeafRange> ranges, CancellationToken ct)
    {
        var wanted = ranges.SelectMany(r => r.Subtrees()).ToList();
        var rows = new Dictionary<long, (byte[] Hash, byte[] Nodes)>();
        await using var command = new NpgsqlCommand("select index, hash, nodes from log.leaves where unit = $1 and index = any($2)", connection)
        {
            Parameters = { new() { Value = unit }, new() { Value = wanted.Select(w => w.LastLeaf).Distinct().ToArray() } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            rows[reader.GetInt64(0)] = (reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2));
        return [.. wanted.Select(w => Of(w, rows, unit))];
    }

    internal static byte[] Of(Subtree wanted, Dictionary<long, (byte[] Hash, byte[] Nodes)> rows, string unit) =>
        !rows.TryGetValue(wanted.LastLeaf, out var row) || row.Nodes.Length < wanted.Level * Merkle.Size
            ? throw new LogBrokenException(unit, wanted.LastLeaf)
            : wanted.Level == 0 ? row.Hash : row.Nodes[((wanted.Level - 1) * Merkle.Size)..(wanted.Level * Merkle.Size)];
}

/// <summary>A row of the log that must be there is not: somebody changed its tables. <c>log verify</c> says what.</summary>
public sealed class LogBrokenException(string unit, long index)
    : Exception($"the log of {unit} lacks leaf {index}; run ./run log verify")
{
    public string Unit { get; } = unit;
    public long Index { get; } = index;
}
