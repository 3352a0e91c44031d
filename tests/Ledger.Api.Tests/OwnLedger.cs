using Ledger.Api.Setup;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Api.Tests;

/// <summary>A service of a test class's own, on its own cluster and a real port: to be broken, restarted and flooded.</summary>
public sealed class OwnLedger : LedgerService, IAsyncLifetime
{
    private EmbeddedPostgres? _postgres;

    /// <summary>Its data folder.</summary>
    public string Root { get; } = Path.Combine(Path.GetTempPath(), "lo" + Guid.CreateVersion7().ToString("N")[20..]);

    /// <summary>Settings as if given to the process; in force from the next start on.</summary>
    public IReadOnlyList<string> Settings { get; set; } = [];

    /// <summary>Where it listens from the next start on; by default at any free port.</summary>
    public string Address { get; set; } = "http://127.0.0.1:0";

    public WebApplication App { get; private set; } = null!;
    public IDocumentStore Store => App.Services.GetRequiredService<IDocumentStore>();
    public NpgsqlDataSource Database => App.Services.GetRequiredService<NpgsqlDataSource>();

    /// <summary>To the database, by the way the service takes.</summary>
    public string ConnectionString => Through(_postgres!.ConnectionString);

    /// <summary>A way that leads somewhere else on the way there; in force from the next start on.</summary>
    public Func<string, string> Through { get; set; } = straight => straight;

    public async ValueTask InitializeAsync()
    {
        await EmptyLedger.CopyAsync(Root);
        _postgres = await EmbeddedPostgres.OpenAsync(new DataFolder(Root), FolderUse.Service, _ => { }, CancellationToken.None);
        await StartAsync();
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async Task StopAsync()
    {
        Client?.Dispose();
        if (App is not null)
            await App.DisposeAsync();
    }

    public async Task StartAsync()
    {
        var builder = LedgerApp.CreateBuilder([.. Settings], ConnectionString);
        Prepare(builder);
        builder.WebHost.UseUrls(Address);
        App = builder.Build().MapLedger();
        await SchemaMark.EnsureAsync(Store, Database, CancellationToken.None);
        await App.StartAsync();
        Client = await Everybody.WithAllRolesAsync(new HttpClient { BaseAddress = new Uri(App.Urls.Single()) }, Store);
    }

    public async Task<T?> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = Database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is T found ? found : default;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        Directory.Delete(Root, recursive: true);
    }
}
