using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using JasperFx.Events.Daemon;
using Ledger.Api.Setup;
using Marten;

namespace Ledger.Api.Tests.Durability;

/// <summary>The service as its own process on its own data folder, so that it can be killed.</summary>
internal sealed class ServiceProcess(string folder, params (string Name, string Value)[] settings) : IAsyncDisposable
{
    private readonly int _port = FreePort();
    private readonly ConcurrentQueue<string> _said = new();
    private Process? _process;

    public HttpClient Client { get; } = new() { Timeout = TimeSpan.FromSeconds(10) };

    public DataFolder Data { get; } = new(folder);

    public async Task StartAsync()
    {
        // The service's own output, not the copy among the tests: what ./run starts is what is killed.
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var service = Path.Combine(built.Parent!.Parent!.FullName, "Ledger.Api", built.Name, "Ledger.Api.dll");
        var start = new ProcessStartInfo("dotnet", [service])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["LEDGER_DATA"] = folder,
                ["LEDGER_SAMPLE"] = "off",
                ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{_port}",
                ["ConnectionStrings__Ledger"] = "",
                ["Logging__LogLevel__Default"] = "Warning",
            },
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += Note;
        _process.ErrorDataReceived += Note;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Client.BaseAddress ??= new Uri($"http://127.0.0.1:{_port}");
        await ReadyAsync();
        if (Client.DefaultRequestHeaders.Authorization is null)
            await SignInAsync();
    }

    private async Task SignInAsync()
    {
        var connectionString = await ConnectionStringAsync();
        await using var store = DocumentStore.For(o =>
        {
            o.Connection(connectionString);
            Store.Configure(o, new AppendBell());
            o.Projections.AsyncMode = DaemonMode.ExternallyManaged;
        });
        await Everybody.WithAllRolesAsync(Client, store);
    }

    /// <summary>To the running server; it stays good over a restart, which keeps the port.</summary>
    public async Task<string> ConnectionStringAsync()
    {
        await using var database = await EmbeddedPostgres.OpenAsync(Data, FolderUse.Verb, _ => { }, CancellationToken.None);
        return database.ConnectionString;
    }

    /// <summary>Waits until the service says it can be relied on; at most a minute.</summary>
    public async Task ReadyAsync()
    {
        for (var i = 0; i < 600; i++)
        {
            try
            {
                using var answer = await Client.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                Assert.False(_process!.HasExited, "the service ended while starting\n" + Said());
            }

            await Task.Delay(100);
        }

        Assert.Fail("the service did not become ready within a minute\n" + await LastAnswerAsync() + "\n" + Said());
    }

    /// <summary>The last lines the service wrote.</summary>
    private string Said() => string.Join('\n', _said.TakeLast(60));

    private async Task<string> LastAnswerAsync()
    {
        try
        {
            return await Client.GetStringAsync("/health/ready");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return e.Message;
        }
    }

    private void Note(object sender, DataReceivedEventArgs line) => _said.Enqueue(line.Data ?? "");

    public void Kill() => _process!.Kill(entireProcessTree: false);

    public async Task EndedAsync() => await _process!.WaitForExitAsync(TestContext.Current.CancellationToken);

    /// <summary>The PostgreSQL server of this data folder, all its processes at once; a server that is not up is not there to be killed.</summary>
    public void KillPostgres() => PostgresProcesses.Kill(folder);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_process is { HasExited: false })
        {
            using var stop = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            await stop.WaitForExitAsync();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
