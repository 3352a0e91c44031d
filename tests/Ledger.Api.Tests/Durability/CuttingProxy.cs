using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Ledger.Api.Tests.Durability;

/// <summary>A cable on the loopback between the service and its database that can be cut.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> _open = new();
    private readonly CancellationTokenSource _stop = new();
    private int _database;
    private volatile bool _cut;

    public CuttingProxy()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>How many connections were cut in all.</summary>
    public int Cuts { get; private set; }

    /// <summary>The way through here instead of straight to the database.</summary>
    public string Through(string straight)
    {
        _database = new NpgsqlConnectionStringBuilder(straight).Port;
        return new NpgsqlConnectionStringBuilder(straight) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.ConnectionString;
    }

    /// <summary>Breaks every connection in the middle of whatever it carries; new ones are broken as well until <see cref="Mend"/>.</summary>
    public void Cut()
    {
        _cut = true;
        foreach (var client in _open.Keys)
            Break(client);
    }

    public void Mend() => _cut = false;

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = CarryAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var server = new TcpClient();
        _open[client] = true;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _database, _stop.Token);
            if (_cut)
                Break(client);
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            var ways = new[] { client.GetStream().CopyToAsync(server.GetStream(), ended.Token), server.GetStream().CopyToAsync(client.GetStream(), ended.Token) };
            await Task.WhenAny(ways);
            await ended.CancelAsync();
            await Task.WhenAll(ways);
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException or OperationCanceledException)
        {
            // Cut, or closed by one of the two.
        }
        finally
        {
            _open.TryRemove(client, out _);
            client.Dispose();
        }
    }

    private void Break(TcpClient client)
    {
        Cuts++;
        // A reset, not a farewell.
        try
        {
            if (client.Client is { } socket)
            {
                socket.LingerState = new LingerOption(true, 0);
                socket.Close();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Closed in this moment.
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        foreach (var client in _open.Keys)
            client.Dispose();
        _stop.Dispose();
    }
}
