using Ledger.Api.Access;
using Ledger.Api.Entries;
using Marten;
using Npgsql;

namespace Ledger.Api.Setup;

/// <summary>
/// Brings the schema to what this build expects, and notes the build on the schema: the next start of the same build
/// finds its mark and has nothing to compare.
/// </summary>
public static class SchemaMark
{
    private static readonly string Build =
        $"{typeof(SchemaMark).Module.ModuleVersionId:N}{typeof(Domain.LedgerJson).Module.ModuleVersionId:N}";

    public static async Task EnsureAsync(IDocumentStore store, NpgsqlDataSource database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(database);
        await using var read = database.CreateCommand("select obj_description(to_regnamespace($1), 'pg_namespace')");
        read.Parameters.Add(new() { Value = Store.Schema });
        if (await read.ExecuteScalarAsync(ct) as string != Build)
            await ApplyAsync(store, database, ct);
        await UnitTenancy.BindAsync(store, ct);
    }

    private static async Task ApplyAsync(IDocumentStore store, NpgsqlDataSource database, CancellationToken ct)
    {
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        await EntryCounts.CreateAsync(database, ct);
        await Indexes.CreateAsync(database, ct);
        await AuditTable.CreateAsync(database, ct);
        await RowSecurity.CreateAsync(database, ct);
        await using var write = database.CreateCommand($"comment on schema {Store.Schema} is '{Build}'");
        await write.ExecuteNonQueryAsync(ct);
    }
}
