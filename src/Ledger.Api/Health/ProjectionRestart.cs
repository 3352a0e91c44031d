using Marten.Events.Daemon.Coordination;
using Npgsql;

namespace Ledger.Api.Health;

/// <summary>
/// Starts projections again that stopped because the database went away. One that stopped at an event it cannot read
/// stops there again: nothing is skipped, it is only tried once more, ever more seldom.
/// </summary>
public sealed partial class ProjectionRestart(ProjectionWatch watch, IProjectionCoordinator coordinator, ILogger<ProjectionRestart> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = Look;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                pause = await MendAsync(stoppingToken) ? Look : Later(pause);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or InvalidOperationException or OperationCanceledException)
            {
                // The database is still away: look again.
                pause = Look;
            }
        }
    }

    /// <summary>True when every projection runs.</summary>
    private async Task<bool> MendAsync(CancellationToken ct)
    {
        var stopped = (await watch.LookAsync(ct)).Where(p => !p.Running).ToList();
        if (stopped.Count == 0)
            return true;
        Restarting(log, string.Join("; ", stopped.Select(p => $"{p.Name}: {p.Why}")));
        await coordinator.PauseAsync();
        await coordinator.ResumeAsync();
        return false;
    }

    private static TimeSpan Later(TimeSpan pause)
    {
        var later = pause * 4;
        return later < Longest ? later : Longest;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Restarting projections that stand still: {Stopped}")]
    private static partial void Restarting(ILogger log, string stopped);
}
