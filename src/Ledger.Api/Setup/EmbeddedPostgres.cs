namespace Ledger.Api.Setup;

/// <summary>
/// Real PostgreSQL out of the data folder, for as long as somebody uses it: the first user starts it, the last one
/// stops it. Whatever a crash leaves behind, the next opening recovers.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly DataFolder _folder;
    private readonly FileStream? _service;
    private FileStream? _user;
    private PostgresServer? _server;
    private ServerWatch? _watch;

    private EmbeddedPostgres(DataFolder folder, FileStream? service)
    {
        _folder = folder;
        _service = service;
    }

    /// <summary>For Npgsql, to the database <c>ledger</c>; it stays good over a restart of the server.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>
    /// Opens the folder's database. A second service on the folder is refused; a verb joins the running server or
    /// starts one.
    /// </summary>
    public static async Task<EmbeddedPostgres> OpenAsync(
        DataFolder folder, FolderUse use, Action<string> say, CancellationToken ct)
    {
        var postgres = new EmbeddedPostgres(folder, use == FolderUse.Service ? ClaimService(folder) : null);
        try
        {
            await postgres.JoinAsync(use, say, ct);
            return postgres;
        }
        catch (UnauthorizedAccessException e)
        {
            await postgres.DisposeAsync();
            throw new LedgerSetupException(
                $"数据文件夹 {folder.Root} 属于另一个用户：{e.Message} (The data folder belongs to another user.)");
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    /// <summary>Leaves the folder; the last to leave stops the server.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _watch, null) is { } watch)
            await watch.DisposeAsync();
        if (Interlocked.Exchange(ref _user, null) is { } user)
            await LeaveAsync(user);
        if (_service is not null)
            await _service.DisposeAsync();
    }

    private async Task JoinAsync(FolderUse use, Action<string> say, CancellationToken ct)
    {
        await using var turn = await FolderLocks.TurnAsync(_folder, ct);
        _user = FolderLocks.TryUser(_folder, alone: false)
            ?? throw new LedgerSetupException($"{_folder.Root} 正被占用。 (The data folder is in use.)");
        _server = new PostgresServer(await Cluster.OpenAsync(_folder, say), say);
        var port = await _server.RunAsync(keepPort: null, ct);
        ConnectionString = _server.ConnectionString(port);
        if (use == FolderUse.Service)
            _watch = new ServerWatch(_folder, _server, port, say).Start();
    }

    private async Task LeaveAsync(FileStream user)
    {
        // Whoever has the turn is starting or stopping the server: it finishes, or its work outlives this process.
        await using var turn = await FolderLocks.TurnAsync(_folder, CancellationToken.None);
        await user.DisposeAsync();
        await using var alone = FolderLocks.TryUser(_folder, alone: true);
        if (alone is not null && _server is not null)
            await _server.StopAsync();
    }

    private static FileStream ClaimService(DataFolder folder) => FolderLocks.TryService(folder)
        ?? throw new LedgerSetupException(
            $"数据文件夹 {folder.Root} 已有一个法治台账服务在运行；请先停止它，或用 {DataFolder.Setting} 指定另一个文件夹。" +
            $" (Another ledger service already runs on this data folder: stop it, or name another with {DataFolder.Setting}.)");
}
