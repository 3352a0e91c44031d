namespace Ledger.Api.Setup;

/// <summary>
/// Restarts a server that died under the running service (killed, out of memory), on the port its users know: at once,
/// however often that happens. Only what does not come up, or goes down right after, is tried again ever more seldom.
/// </summary>
internal sealed class ServerWatch(DataFolder folder, PostgresServer server, int port, Action<string> say) : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan RightAfter = TimeSpan.FromSeconds(1);

    // Whoever made room on the disk should not have to wait for long.
    private const int LongestWait = 10;

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
        var failures = 0;
        var last = TimeProvider.System.GetTimestamp();
        for (; ; await Task.Delay(Glance, _stop.Token))
        {
            if (server.IsRunning)
                continue;
            if (failures > 0 && TimeProvider.System.GetElapsedTime(last) > RightAfter)
                failures = 0;
            for (var came = false; !came; came = await RestartAsync())
            {
                if (failures > 0)
                    await Task.Delay(TimeSpan.FromSeconds(Math.Min(LongestWait, 1 << Math.Min(failures - 1, 4))), _stop.Token);
                failures++;
            }

            last = TimeProvider.System.GetTimestamp();
        }
    }

    /// <returns>Whether it came up.</returns>
    private async Task<bool> RestartAsync()
    {
        try
        {
            await using var turn = await FolderLocks.TurnAsync(folder, _stop.Token);
            say("PostgreSQL 意外停止，正在重新启动… (the server died, restarting it)");
            await server.RunAsync(port, _stop.Token);
            say("PostgreSQL 已恢复 (the server is back)");
            return true;
        }
        catch (Exception e) when (e is LedgerSetupException or IOException or UnauthorizedAccessException)
        {
            say(e.Message);
            return false;
        }
    }
}
