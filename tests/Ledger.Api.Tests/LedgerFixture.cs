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
public sealed class LedgerFixture : IAsyncLifetime
{
    private EmbeddedPostgres? _postgres;
    private int _units;

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
        _postgres = await EmbeddedPostgres.OpenAsync(new DataFolder(DataRoot), FolderUse.Service, _ => { }, CancellationToken.None);
        Host = await AlbaHost.For(LedgerApp.CreateBuilder([], _postgres.ConnectionString), app => app.MapLedger());
        await Store.Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        await Indexes.CreateAsync(Database, CancellationToken.None);
    }

    /// <summary>A unit that no other test touches.</summary>
    public async Task<string> NewUnitAsync(bool enforcement = false)
    {
        var code = $"u{Interlocked.Increment(ref _units)}";
        await Host.Scenario(s =>
        {
            s.Post.Json(new { code, name = $"测试单位{code}", addressees = new[] { "测试县人民政府" }, enforcement }).ToUrl("/api/units");
            s.StatusCodeShouldBe(201);
        });
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        if (Host is not null)
            await Host.DisposeAsync();
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        Directory.Delete(DataRoot, recursive: true);
    }
}
