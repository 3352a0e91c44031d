using Ledger.Api.Access;
using Ledger.Api.Entries;
using Ledger.Api.Sealing;
using Marten;
using Npgsql;

namespace Ledger.Api.Setup;

/// <summary>
/// Brings the schema to what this build expects, and notes the build on the schema: the next start of the same build
/// finds its mark and has nothing to compare; another build finds the mark of the one before and lets projections begin again.
/// </summary>
public static class SchemaMark
{
    private static readonly string Build =
        $"{typeof(SchemaMark).Module.ModuleVersionId:N}{typeof(Domain.LedgerJson).Module.ModuleVersionId:N}";

    public static async Task EnsureAsync(IDocumentStore store, NpgsqlDataSource database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(database);
        var mark = await ReadAsync(database, ct);
        if (mark != Build)
            await ApplyAsync(store, database, mark is not null, ct);
        await UnitTenancy.BindAsync(store, ct);
    }

    /// <summary>True where another build was the last to start on this ledger.</summary>
    public static async Task<bool> IsOfAnotherBuildAsync(NpgsqlDataSource database, CancellationToken ct) =>
        await ReadAsync(database, ct) is { } mark && mark != Build;

    private static async Task<string?> ReadAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var read = database.CreateCommand("select obj_description(to_regnamespace($1), 'pg_namespace')");
        read.Parameters.Add(new() { Value = Store.Schema });
        return await read.ExecuteScalarAsync(ct) as string;
    }

    private static async Task ApplyAsync(IDocumentStore store, NpgsqlDataSource database, bool upgrade, CancellationToken ct)
    {
        if (upgrade)
            await Derived.DropAsync(database, ct);
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        await RowSecurity.OpenToOwnerAsync(database, ct);
        await EntryCounts.CreateAsync(database, ct);
        await Indexes.CreateAsync(database, ct);
        await AuditTable.CreateAsync(database, ct);
        await SealTables.CreateAsync(database, ct);
        await RowSecurity.CreateAsync(database, ct);
        await using var write = database.CreateCommand($"comment on schema {Store.Schema} is '{Build}'");
        await write.ExecuteNonQueryAsync(ct);
    }
}
