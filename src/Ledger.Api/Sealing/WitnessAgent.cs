using Npgsql;

namespace Ledger.Api.Sealing;

/// <summary>Brings each log that has grown to its witnesses, a few times a minute at most; without a policy file it does nothing.</summary>
public sealed partial class WitnessAgent(NpgsqlDataSource database, UnitLog log, Witnesses witnesses, ILogger<WitnessAgent> says) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Between, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                foreach (var known in witnesses.Known())
                {
                    foreach (var unit in await GrownAsync(known, stoppingToken))
                        await witnesses.CosignAsync(unit, await log.CheckpointAsync(unit, stoppingToken), stoppingToken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (e is not NpgsqlException { IsTransient: true })
                    Stuck(e);
            }
        }
    }

    /// <summary>Logs whose newest state this witness has not signed.</summary>
    private async Task<List<string>> GrownAsync(KnownWitness witness, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select t.unit from log.trees t left join log.witnesses w on w.unit = t.unit and w.witness = $1 where w.size is distinct from t.size or w.trouble is not null");
        command.Parameters.Add(new() { Value = witness.Key.Name });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var units = new List<string>();
        while (await rows.ReadAsync(ct))
            units.Add(rows.GetString(0));
        return units;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "见证未完成，稍后重试 | witnessing will be tried again")]
    private partial void Stuck(Exception e);
}
