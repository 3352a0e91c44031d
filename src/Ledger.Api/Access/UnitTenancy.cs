using JasperFx;
using JasperFx.Descriptors;
using Marten;
using Marten.Schema;
using Marten.Storage;
using Npgsql;
using Weasel.Core.Migrations;

namespace Ledger.Api.Access;

/// <summary>
/// One database with two doors: a session of a unit opens its connections by <see cref="UnitDatabase"/>, everything else
/// (projections, the schema, accounts, the units themselves) as the owner. Marten tells every connection its unit.
/// </summary>
public sealed class UnitTenancy(StoreOptions options, NpgsqlDataSource owner, UnitDatabase units) : ITenancy
{
    // Not before the store has read all of its options.
    private readonly Lazy<Tenant> _owner = new(() => Tenant.ForDatabase(new MartenDatabase(options, owner, options.StoreName)));
    private readonly Lazy<MartenDatabase> _units = new(() => new MartenDatabase(options, units.Source, $"{options.StoreName}-units") { AutoCreate = AutoCreate.None });

    public Tenant Default => _owner.Value;
    public IDocumentCleaner Cleaner => Default.Database;
    public DatabaseCardinality Cardinality => DatabaseCardinality.Single;

    public Tenant GetTenant(string tenantId) => new(tenantId, units.Bound ? _units.Value : Default.Database);
    public ValueTask<Tenant> GetTenantAsync(string tenantId) => ValueTask.FromResult(GetTenant(tenantId));

    public ValueTask<IMartenDatabase> FindOrCreateDatabase(string tenantIdOrDatabaseIdentifier) => ValueTask.FromResult(Default.Database);
    public ValueTask<IMartenDatabase> FindDatabase(DatabaseId id) => ValueTask.FromResult(Default.Database);
    public ValueTask<IReadOnlyList<IDatabase>> BuildDatabases() => ValueTask.FromResult<IReadOnlyList<IDatabase>>([Default.Database]);
    public bool IsTenantStoredInCurrentDatabase(IMartenDatabase database, string tenantId) => true;

    public ValueTask<DatabaseUsage> DescribeDatabasesAsync(CancellationToken token) =>
        ValueTask.FromResult(new DatabaseUsage { Cardinality = Cardinality, MainDatabase = Default.Database.Describe() });

    /// <summary>Called when the schema is there. A database that was moved here may have come without the role.</summary>
    public static async Task BindAsync(IDocumentStore store, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (store.Options.Tenancy is not UnitTenancy tenancy || await tenancy.TakeRoleAsync(ct))
            return;
        await tenancy.MakeRoleAsync(ct);
        await tenancy.TakeRoleAsync(ct);
    }

    public void Dispose()
    {
        if (_owner.IsValueCreated)
            _owner.Value.Database.Dispose();
        if (_units.IsValueCreated)
            _units.Value.Dispose();
    }

    private Task<bool> TakeRoleAsync(CancellationToken ct) => units.TakeRoleAsync(ct);
    private Task MakeRoleAsync(CancellationToken ct) => RowSecurity.CreateAsync(owner, ct);
}
