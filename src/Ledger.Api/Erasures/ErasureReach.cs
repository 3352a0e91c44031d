using Npgsql;

namespace Ledger.Api.Erasures;

/// <summary>What an erasure would come to, looked up before anybody decides it.</summary>
/// <param name="Changed">Places where a stand-in would take the name's place.</param>
/// <param name="Kept">Places of it that hold no personal data, and stay.</param>
/// <param name="Editions">Frozen editions that hold the name, in words: published documents, which stay.</param>
public sealed record ErasureReach(IReadOnlyList<PersonalPlace> Changed, IReadOnlyList<PersonalPlace> Kept, IReadOnlyList<string> Editions)
{
    /// <summary>Events that would be changed.</summary>
    public int Events => Changed.Select(p => p.Sequence).Distinct().Count();

    public static async Task<ErasureReach> ReadAsync(NpgsqlDataSource database, string unit, string name, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var connection = await database.OpenConnectionAsync(ct);
        var places = await PersonalList.PlacesAsync(connection, unit, name, ct);
        return new(
            [.. places.Where(p => p.Erasable)], [.. places.Where(p => !p.Erasable)],
            await MadeFromEvents.EditionsAsync(connection, unit, name, ct));
    }
}
