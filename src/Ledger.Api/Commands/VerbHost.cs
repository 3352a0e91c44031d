using JasperFx.Events.Daemon;
using Ledger.Api.Setup;
using Marten;
using Npgsql;

namespace Ledger.Api.Commands;

/// <summary>The store alone, without bus and web: what a verb needs, ready in a fraction of a second.</summary>
public sealed class VerbHost : IAsyncDisposable
{
    private readonly string _connectionString;
    private readonly AppendBell _bell = new();
    private IProjectionDaemon? _daemon;

    public VerbHost(string connectionString)
    {
        _connectionString = connectionString;
        Store = DocumentStore.For(o =>
        {
            o.Connection(connectionString);
            Setup.Store.Configure(o, _bell);
            o.Projections.AsyncMode = DaemonMode.Solo;
        });
    }

    public DocumentStore Store { get; }

    /// <summary>
    /// Makes the schema if it is not there. Where projections are behind and no service takes them on, this process does
    /// for as long as the verb runs.
    /// </summary>
    public async Task StartAsync(CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(_connectionString);
        var served = await Projections.AreServedAsync(source, ct);
        // Its projections would be taken from under it.
        if (served && await SchemaMark.IsOfAnotherBuildAsync(source, ct))
            throw new LedgerSetupException("正在运行的服务是另一个版本，请先停止或重启服务 | the service that is running is of another version: stop it, or start it again, first");
        await SchemaMark.EnsureAsync(Store, source, ct);
        if (served || !await Projections.AreBehindAsync(source, ct))
            return;
        _daemon = await Store.BuildProjectionDaemonAsync();
        await _daemon.StartAllAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_daemon is not null)
            await _daemon.StopAllAsync();
        _daemon?.Dispose();
        if (_bell.HasRung)
        {
            await using var source = NpgsqlDataSource.Create(_connectionString);
            await AppendListener.NotifyAsync(source, CancellationToken.None);
        }

        await Store.DisposeAsync();
    }
}
