using Npgsql;

namespace Ledger.Api.Setup;

/// <summary>
/// The PostgreSQL server of one cluster. It is a process of its own session: a Ctrl-C at the terminal reaches the
/// ledger first, and several processes may use it.
/// </summary>
internal sealed class PostgresServer(Cluster cluster, Action<string> say)
{
    private const string Database = "ledger";
    private const int Attempts = 5;

    private Task<ProgramRun>? _start;

    public string ConnectionString(int port) => new NpgsqlConnectionStringBuilder
    {
        Host = ServerSettings.HostOf(cluster, port),
        Port = port,
        Database = Database,
        Username = Cluster.Role,
        Password = cluster.Password(),
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        MaxPoolSize = 40,
        Timeout = 15,
        ApplicationName = "ledger",
    }.ConnectionString;

    public bool IsRunning => Postmaster.Read(cluster.Folder) is { IsAlive: true };

    /// <summary>
    /// Joins the server that runs, an orphan of a crash included, or starts one, and waits until it accepts
    /// connections, for as long as its recovery takes. A restart keeps the port that its users know.
    /// </summary>
    public async Task<int> RunAsync(int? keepPort, CancellationToken ct)
    {
        _start = null;
        for (var attempt = 0; ; await Task.Delay(TimeSpan.FromMilliseconds(10), ct))
        {
            // Looked at before the file: a start that has ended has written it.
            var starting = _start is { IsCompleted: false };
            var running = Postmaster.Read(cluster.Folder);
            if (running is { IsAlive: true })
            {
                if (running.IsReady && await AcceptsAsync(running.Port, ct))
                    return running.Port;
                continue;
            }
            if (starting)
                continue;
            // The server of another container on the same folder shows no process here, but it answers at its socket.
            if (running is not null && ServerSettings.HasSocket(cluster, running.Port) && await AcceptsAsync(running.Port, ct))
                return running.Port;
            if (attempt == Attempts)
                throw new LedgerSetupException(
                    $"PostgreSQL 无法启动，日志 {cluster.LogFile}：{LogTail()} {(await _start!).Output} (It does not start.)");
            await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt++), ct);
            Postmaster.EndStragglers(cluster.Name);
            Postmaster.DisownRemains(cluster.Folder);
            await ServerSettings.WriteAsync(cluster, keepPort ?? ServerSettings.ChoosePort(cluster));
            ShortenLog();
            _start = PgCtlAsync("start", "--wait", "--timeout=86400", $"--log={cluster.User.NameOf(cluster.Folder)}/server.log");
        }
    }

    /// <summary>Stops the server: rolls open transactions back, and after 20 s cuts it off; recovery mends that.</summary>
    public async Task StopAsync()
    {
        // A start that was called off may not show its process yet.
        while (!IsRunning && _start is { IsCompleted: false })
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        if (!IsRunning)
            return;
        if (!(await PgCtlAsync("stop", "--mode=fast", "--timeout=20")).Succeeded && IsRunning)
            await PgCtlAsync("stop", "--mode=immediate", "--timeout=10");
    }

    private async Task<bool> AcceptsAsync(int port, CancellationToken ct)
    {
        try
        {
            await ConnectAsync(Database);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await ConnectAsync("postgres", $"CREATE DATABASE {Database}");
            return true;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidPassword)
        {
            throw new LedgerSetupException(
                $"{cluster.Folder} 的服务器不接受数据文件夹中的口令。 (The server refuses the folder's password: {e.MessageText})");
        }
        catch (NpgsqlException)
        {
            return false;
        }

        async Task ConnectAsync(string database, string? command = null)
        {
            var settings = new NpgsqlConnectionStringBuilder(ConnectionString(port)) { Database = database, Pooling = false };
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(ct);
            if (command is null)
                return;
            say("正在建立数据库 ledger… (creating the database)");
            await using var create = new NpgsqlCommand(command, connection);
            await create.ExecuteNonQueryAsync(ct);
        }
    }

    private Task<ProgramRun> PgCtlAsync(params string[] arguments) => ProgramRun.RunAsync(cluster.User.Command(
        cluster.Programs.PgCtl, cluster.Folder, [.. arguments, "--silent", "--pgdata", cluster.User.NameOf(cluster.Folder)]));

    private string LogTail() => File.Exists(cluster.LogFile)
        ? string.Join('\n', File.ReadLines(cluster.LogFile).TakeLast(6))
        : "";

    private void ShortenLog()
    {
        if (File.Exists(cluster.LogFile) && new FileInfo(cluster.LogFile).Length > 8 << 20)
            File.Move(cluster.LogFile, cluster.LogFile + ".1", overwrite: true);
    }
}
