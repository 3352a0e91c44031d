using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Ledger.Bench.Processes;

/// <summary>A web service as a process of its own on a free port of 127.0.0.1; stopped by its own id and no other's.</summary>
internal sealed class WebProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly Queue<string> _said = new();

    private WebProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }
    public int Id => _process.Id;

    /// <summary>What requests show to be let in; null where nobody asks.</summary>
    public string? Bearer { get; set; }

    public string HeapFile { get; private init; } = "";

    /// <summary>From the start of the process to its first good answer.</summary>
    public TimeSpan Ready { get; private set; }

    public static async Task<WebProcess> StartAsync(ProcessStartInfo start, string ready, string? heapFile, CancellationToken ct)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        start.Environment["ASPNETCORE_URLS"] = address.ToString().TrimEnd('/');
        if (heapFile is not null)
        {
            start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(WebProcess).Assembly.Location;
            start.Environment[StartupHook.Setting] = heapFile;
        }

        var began = Stopwatch.GetTimestamp();
        var web = new WebProcess(Process.Start(start)!, address) { HeapFile = heapFile ?? "" };
        try
        {
            await web.AwaitAsync(ready, ct);
        }
        catch
        {
            await web.DisposeAsync();
            throw;
        }

        web.Ready = Stopwatch.GetElapsedTime(began);
        return web;
    }

    /// <summary>A number over a service that died is none: says how it ended and its last words.</summary>
    public void MustRun()
    {
        if (_process.HasExited)
            throw new InvalidOperationException($"the service ended by itself with {_process.ExitCode}: {Said()}");
    }

    /// <summary>As Ctrl-C or a service manager ends it; cut off if it does not follow.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await SignalAsync("TERM");
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await _process.WaitForExitAsync(timeout.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_process.HasExited)
                _process.Kill();
        }

        _process.Dispose();
    }

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private async Task AwaitAsync(string ready, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(5, ct))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
                throw new InvalidOperationException($"{_process.StartInfo.ArgumentList[0]} does not become ready: {Said()}");
            try
            {
                using var answer = await http.GetAsync(ready, ct);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
            {
                // Not listening yet.
            }
        }
    }

    private void Keep(string? line)
    {
        lock (_said)
        {
            if (line is not null)
                _said.Enqueue(line);
            if (_said.Count > 8)
                _said.Dequeue();
        }
    }

    private string Said()
    {
        lock (_said)
            return string.Join('\n', _said);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
