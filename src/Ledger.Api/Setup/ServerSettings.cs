using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Ledger.Api.Backups;

namespace Ledger.Api.Setup;

/// <summary>
/// The server's settings, written anew at each start: sized for a small machine of two cores, and never trading
/// durability for speed.
/// </summary>
internal static class ServerSettings
{
    public const string FileName = "ledger.conf";
    private static readonly int LongestSocketPath = OperatingSystem.IsLinux() ? 107 : 103;

    public static async Task WriteAsync(Cluster cluster, int port)
    {
        var path = Path.Combine(cluster.Folder, FileName);
        await File.WriteAllTextAsync(path, Text(cluster, port));
        await cluster.User.OwnAsync(path);
    }

    /// <summary>The port of the last start when it is free (whoever still knows it stays connected), else another.</summary>
    public static int ChoosePort(Cluster cluster)
    {
        var path = Path.Combine(cluster.Folder, FileName);
        var last = File.Exists(path)
            ? File.ReadLines(path).FirstOrDefault(line => line.StartsWith("port = ", StringComparison.Ordinal))
            : null;
        return FreePort(last is null ? 0 : int.Parse(last["port = ".Length..], CultureInfo.InvariantCulture))
            ?? FreePort(0)!.Value;
    }

    /// <summary>Where a client finds the server: at its socket, else at the loopback address.</summary>
    public static string HostOf(Cluster cluster, int port) => HasSocket(cluster, port) ? cluster.Folder : "127.0.0.1";

    /// <summary>
    /// Whether clients can use the socket. It lies in the cluster's folder, closed to others; the path may be too long
    /// for a socket's address, or hold a sign that means something to Npgsql.
    /// </summary>
    public static bool HasSocket(Cluster cluster, int port) =>
        !OperatingSystem.IsWindows()
        && Encoding.UTF8.GetByteCount(Path.Combine(cluster.Folder, $".s.PGSQL.{port}")) <= LongestSocketPath
        && !cluster.Folder.AsSpan().ContainsAny(",:");

    private static string Text(Cluster cluster, int port) => $"""
        # Written by the ledger at each start; own changes belong in postgresql.conf below the include.
        port = {port}
        listen_addresses = '127.0.0.1'
        unix_socket_directories = '{(OperatingSystem.IsWindows() ? "" : ".")}'
        cluster_name = '{cluster.Name}'
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        {WalArchive.Settings(cluster.Folder)}
        max_connections = 100
        shared_buffers = 128MB
        wal_buffers = 16MB
        max_wal_size = 2GB
        checkpoint_timeout = 15min
        jit = off
        autovacuum_naptime = 15s
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_line_prefix = '%m [%p] '
        log_min_duration_statement = 2s
        log_parameter_max_length = 0
        idle_in_transaction_session_timeout = 60s

        """;

    private static int? FreePort(int wanted)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, wanted);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
