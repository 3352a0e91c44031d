namespace Ledger.Api.Setup;

/// <summary>
/// Restarts a server that died under the running service (killed, out of memory), on the port its users know. Restarts
/// that follow on one another wait longer each time, up to a minute.
/// </summary>
internal sealed class ServerWatch(DataFolder folder, PostgresServer server, int port, Action<string> say) : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource _stop = new();
    private Task _watching = Task.CompletedTask;

    public ServerWatch Start()
    {
        _watching = Task.Run(WatchAsync);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        var restarts = 0;
        var last = TimeProvider.System.GetTimestamp();
        for (; ; await Task.Delay(Glance, _stop.Token))
        {
            if (server.IsRunning)
                continue;
            if (TimeProvider.System.GetElapsedTime(last) > Quiet)
                restarts = 0;
            if (restarts > 0)
                await Task.Delay(TimeSpan.FromSeconds(Math.Min(60, 1 << Math.Min(restarts, 6))), _stop.Token);
            restarts++;
            await RestartAsync();
            last = TimeProvider.System.GetTimestamp();
        }
    }

    private async Task RestartAsync()
    {
        try
        {
            await using var turn = await FolderLocks.TurnAsync(folder, _stop.Token);
            say("PostgreSQL 意外停止，正在重新启动… (the server died, restarting it)");
            await server.RunAsync(port, _stop.Token);
            say("PostgreSQL 已恢复 (the server is back)");
        }
        catch (Exception e) when (e is LedgerSetupException or IOException or UnauthorizedAccessException)
        {
            say(e.Message);
        }
    }
}
