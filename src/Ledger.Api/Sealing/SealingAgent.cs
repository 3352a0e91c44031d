using System.Diagnostics;
using Npgsql;

namespace Ledger.Api.Sealing;

/// <summary>
/// Seals behind the log for as long as the service runs: looks five times a second, goes on at once while there is more.
/// Under load it takes larger bites, at least twice a second, so that sealing stays a small part of the work.
/// Whatever goes wrong is tried again; nothing is skipped.
/// </summary>
public sealed partial class SealingAgent(Sealer sealer, ILogger<SealingAgent> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AtMost = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(2);

    /// <summary>How much longer it rests than it works.</summary>
    private const int RestPerWork = 15;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Between;
            try
            {
                var began = Stopwatch.GetTimestamp();
                if (await sealer.SealAsync(stoppingToken) == Sealer.Batch)
                    continue;
                pause = TimeSpan.FromTicks(Math.Clamp(RestPerWork * Stopwatch.GetElapsedTime(began).Ticks, Between.Ticks, AtMost.Ticks));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A database that is away, or not set up yet, says so elsewhere; anything else is for somebody to look at.
                if (e is not (NpgsqlException { IsTransient: true } or PostgresException { SqlState: PostgresErrorCodes.UndefinedTable }))
                    Stuck(e);
                pause = AfterTrouble;
            }

            await Task.Delay(pause, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "登记无法封存，稍后重试 | events could not be sealed and will be tried again")]
    private partial void Stuck(Exception e);
}
