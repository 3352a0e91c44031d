using Npgsql;

namespace Ledger.Api.Setup;

/// <summary>Hears of what other processes append, the verbs' above all: they notify once their commit stands.</summary>
public sealed class AppendListener(NpgsqlDataSource database, AppendBell bell) : BackgroundService
{
    private const string Channel = "ledger_appended";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Tells a running service that there is something new.</summary>
    public static async Task NotifyAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = database.CreateCommand($"notify {Channel}");
        await command.ExecuteNonQueryAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or InvalidOperationException or OperationCanceledException)
            {
                // The database is away; meanwhile the projections poll.
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        connection.Notification += (_, _) => bell.Ring();
        await using (var listen = new NpgsqlCommand($"listen {Channel}", connection))
            await listen.ExecuteNonQueryAsync(ct);
        try
        {
            while (true)
                await connection.WaitAsync(ct);
        }
        finally
        {
            // Back in the pool it would go on listening: connections are not reset there.
            NpgsqlConnection.ClearPool(connection);
        }
    }
}
