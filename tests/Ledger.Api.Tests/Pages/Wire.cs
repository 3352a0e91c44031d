using System.Net;
using System.Net.Sockets;

namespace Ledger.Api.Tests.Pages;

/// <summary>
/// A wire between a browser and the service that can be cut: nothing gets through, or requests arrive and their answers are
/// lost. The browser's own switch for being offline does not reach its service worker, this does.
/// </summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly HashSet<Socket> _open = [];
    private readonly Uri _service;
    private readonly Task _accepting;

    public Wire(Uri service)
    {
        _service = service;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public WireState State { get; private set; }

    /// <summary>Changes the state; every connection that stands is broken by it.</summary>
    public void Set(WireState state)
    {
        lock (_gate)
        {
            State = state;
            foreach (var socket in _open)
                socket.Close(0);
            _open.Clear();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
                _ = CarryAsync(await _listener.AcceptSocketAsync(_stop.Token));
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }
    }

    private async Task CarryAsync(Socket browser)
    {
        using var service = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        browser.NoDelay = true;
        lock (_gate)
        {
            if (State == WireState.Cut)
            {
                browser.Close(0);
                return;
            }

            _open.Add(browser);
            _open.Add(service);
        }

        try
        {
            await service.ConnectAsync(_service.Host, _service.Port, _stop.Token);
            await Task.WhenAny(PumpAsync(browser, service, answers: false), PumpAsync(service, browser, answers: true));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Cut.
        }
        finally
        {
            lock (_gate)
            {
                _open.Remove(browser);
                _open.Remove(service);
            }

            browser.Dispose();
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool answers)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReceiveAsync(buffer, _stop.Token) is > 0 and var read)
        {
            if (answers && State == WireState.AnswersLost)
                return;
            await to.SendAsync(buffer.AsMemory(0, read), _stop.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Set(WireState.Cut);
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }
}

public enum WireState
{
    Whole,

    /// <summary>Nobody is there.</summary>
    Cut,

    /// <summary>Requests arrive; the connection breaks when the answer comes.</summary>
    AnswersLost,
}
