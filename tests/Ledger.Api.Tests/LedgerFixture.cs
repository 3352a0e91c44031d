using Alba;
using Ledger.Api.Setup;
using Ledger.Api.Tests;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(LedgerFixture))]

namespace Ledger.Api.Tests;

/// <summary>
/// The whole service on real PostgreSQL, started once for all tests: its own data folder and cluster, fsync on. Tests keep
/// apart by working in units of their own.
/// </summary>
public sealed class LedgerFixture : LedgerService, IAsyncLifetime
{
    private EmbeddedPostgres? _postgres;

    public string DataRoot { get; } = Path.Combine(Path.GetTempPath(), "lt" + Guid.CreateVersion7().ToString("N")[20..]);
    public IAlbaHost Host { get; private set; } = null!;
    public string ConnectionString => _postgres!.ConnectionString;
    public IDocumentStore Store => Host.Services.GetRequiredService<IDocumentStore>();
    public NpgsqlDataSource Database => Host.Services.GetRequiredService<NpgsqlDataSource>();

    public async ValueTask InitializeAsync()
    {
        JasperFx.CommandLine.JasperFxEnvironment.AutoStartHost = true;
        // The fonts that set-up fetched stay where they are; evidence and cluster go to a folder of the tests' own.
        Environment.SetEnvironmentVariable("LEDGER_FONTS", Environment.GetEnvironmentVariable("LEDGER_FONTS") ?? DataFolder.FromEnvironment().Fonts);
        Environment.SetEnvironmentVariable(DataFolder.Setting, DataRoot);
        await EmptyLedger.CopyAsync(DataRoot);
        _postgres = await EmbeddedPostgres.OpenAsync(new DataFolder(DataRoot), FolderUse.Service, _ => { }, CancellationToken.None);
        var builder = LedgerApp.CreateBuilder([], _postgres.ConnectionString);
        Prepare(builder);
        Host = await AlbaHost.For(builder, app => app.MapLedger());
        await SchemaMark.EnsureAsync(Store, Database, CancellationToken.None);
        Client = await Everybody.WithAllRolesAsync(Host.Server.CreateClient(), Store);
    }

    public async ValueTask DisposeAsync()
    {
        if (Host is not null)
            await Host.DisposeAsync();
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        Directory.Delete(DataRoot, recursive: true);
        EmptyLedger.Delete();
    }
}
