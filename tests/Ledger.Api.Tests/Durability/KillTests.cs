using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace Ledger.Api.Tests.Durability;

/// <summary>
/// Kills the service, PostgreSQL with all its processes, or both, at random moments under load; sometimes again while it
/// recovers. After each round everything acknowledged is there, once, and the ledger proves it. <c>dev/durability.sh</c>
/// asks for more rounds than those of every run and prints how long it took to be ready again.
/// </summary>
[Collection(Alone.Name)]
public sealed class KillTests : IAsyncLifetime
{
    private const int Clients = 4;
    private const string Unit = "kill";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly int Rounds = Asked("LEDGER_KILLS", 10);
    private static readonly int Seed = Asked("LEDGER_KILLS_SEED", 20231204);

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "lk" + Guid.CreateVersion7().ToString("N")[20..]);
    private ServiceProcess _service = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = new ServiceProcess(_folder);
        await _service.StartAsync();
        using var made = await _service.Client.PostAsJsonAsync("/api/units", new { code = Unit, name = "测试单位" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
    }

    [Fact]
    public async Task nothing_acknowledged_is_lost_or_doubled_when_the_service_the_database_or_both_are_killed()
    {
        var random = new Random(Seed);
        var recorders = new Recorders(_service.Client, Unit, Seed);
        await using var audit = new LedgerAudit(_service.Data, await _service.ConnectionStringAsync(), _service.Client, Unit);
        var times = new List<TimeSpan>();
        for (var round = 0; round < Rounds; round++)
        {
            using var stop = new CancellationTokenSource();
            var working = Enumerable.Range(0, Clients).Select(c => recorders.WorkAsync($"{round}-{c}", stop.Token)).ToList();
            await PauseAsync(random, 100, 900);
            await audit.KeepCheckpointAsync();
            times.Add(await KillAsync((Victim)(round % 3), random, recorders));
            await PauseAsync(random, 0, 200);
            await stop.CancelAsync();
            await Task.WhenAll(working);
            await audit.CheckAsync(recorders);
        }

        await audit.CheckLogAsync();
        Report(times, recorders);
        // Somebody else's work on the machine may hold one up; not most of them.
        Assert.InRange(times.Order().ElementAt(times.Count / 2), TimeSpan.Zero, Longest);
    }

    /// <returns>From the last kill until the service says that it is ready and takes in something new.</returns>
    private async Task<TimeSpan> KillAsync(Victim victim, Random random, Recorders recorders)
    {
        var began = Stopwatch.GetTimestamp();
        if (victim != Victim.Database)
            _service.Kill();
        if (victim != Victim.Service)
            _service.KillPostgres();
        if (victim != Victim.Database)
        {
            await _service.EndedAsync();
            await _service.StartAsync();
        }
#pragma warning disable CA5394 // the seed is printed
        else if (random.Next(3) == 0)
        {
            await PauseAsync(random, 0, 600);
            began = Stopwatch.GetTimestamp();
            _service.KillPostgres();
        }
#pragma warning restore CA5394

        await _service.ReadyAsync();
        await recorders.LogOneAsync();
        return Stopwatch.GetElapsedTime(began);
    }

#pragma warning disable CA5394 // the seed is printed
    private static Task PauseAsync(Random random, int from, int to) => Task.Delay(random.Next(from, to), Ct);
#pragma warning restore CA5394

    private static void Report(List<TimeSpan> times, Recorders recorders)
    {
        var sorted = times.Order().ToList();
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{times.Count} kills, seed {Seed}: {recorders.Acknowledged} requests acknowledged, {recorders.Refused} answered 503, {recorders.Entries.Count} entries; ready again p50 {At(0.5):0.0} s, p99 {At(0.99):0.0} s, longest {sorted[^1].TotalSeconds:0.0} s");
        TestContext.Current.TestOutputHelper?.WriteLine(text);
        if (Environment.GetEnvironmentVariable("LEDGER_KILLS_REPORT") is { Length: > 0 } file)
            File.WriteAllText(file, text + "\n");

        double At(double share) => sorted[(int)Math.Min(sorted.Count - 1, Math.Ceiling(share * sorted.Count) - 1)].TotalSeconds;
    }

    private static int Asked(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : usual;

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private enum Victim
    {
        Service,
        Database,
        Both,
    }
}
