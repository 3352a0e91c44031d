using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace Ledger.Api.Tests.Durability;

/// <summary>
/// The disk is full, or says that flushing failed: a clear 503, nothing half done, and everything goes on by itself once it
/// is mended.
/// </summary>
[Collection(Alone.Name)]
public sealed class StorageFaultTests
{
    private const string Unit = "storage";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_full_disk_refuses_and_loses_nothing_and_goes_on_once_there_is_room()
    {
        using var disk = Disk.Mount(megabytes: 220);
        Assert.SkipWhen(disk is null, "mounting a small tmpfs takes root");
        await using var service = new ServiceProcess(disk.Folder);
        await UnderTroubleAsync(service, async (recorders, untouched) =>
        {
            var connectionString = await service.ConnectionStringAsync();
            disk.Fill();
            // A file is refused at the door, with its own words.
            var refused = await AttachAsync(service.Client, untouched);
            Assert.Equal("urn:ledger:problem:disk-full", refused.GetProperty("type").GetString());
            Assert.Contains("磁盘已满", refused.GetProperty("title").GetString(), StringComparison.Ordinal);
            await RefusedAsync(recorders);
            // No room for the next piece of PostgreSQL's own log either: the server gives up and comes back again and again.
            await SwitchLogAsync(connectionString);
            await Task.Delay(TimeSpan.FromSeconds(2), Ct);
            disk.MakeRoom();
        });
    }

    [Fact]
    public async Task a_disk_that_cannot_flush_loses_nothing_that_was_acknowledged()
    {
        using var disk = BadDisk.Make();
        Assert.SkipWhen(disk is null, "there is no gcc to make a failing fsync with");
        var folder = Path.Combine(Path.GetTempPath(), "lb" + Guid.CreateVersion7().ToString("N")[20..]);
        try
        {
            await using var service = new ServiceProcess(folder, disk.Settings);
            await UnderTroubleAsync(service, async (recorders, untouched) =>
            {
                disk.Break();
                await RefusedAsync(recorders);
                await Task.Delay(TimeSpan.FromSeconds(1), Ct);
                disk.Mend();
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>People work through the trouble, one entry is left alone by them; afterwards the service has to be ready by itself, with all that was acknowledged.</summary>
    private static async Task UnderTroubleAsync(ServiceProcess service, Func<Recorders, Guid, Task> trouble)
    {
        await service.StartAsync();
        using var made = await service.Client.PostAsJsonAsync("/api/units", new { code = Unit, name = "测试单位" }, Ct);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var recorders = new Recorders(service.Client, Unit, seed: 1);
        await using var audit = new LedgerAudit(service.Data, await service.ConnectionStringAsync(), service.Client, Unit);
        var untouched = await recorders.LogOneAsync();
        await audit.KeepCheckpointAsync();
        using var stop = new CancellationTokenSource();
        var working = Enumerable.Range(0, 3).Select(c => recorders.WorkAsync($"c{c}", stop.Token)).ToList();
        await Task.Delay(500, Ct);
        await trouble(recorders, untouched);
        var mended = Stopwatch.GetTimestamp();
        await service.ReadyAsync();
        await recorders.LogOneAsync();
        var ready = Stopwatch.GetElapsedTime(mended);
        await stop.CancelAsync();
        await Task.WhenAll(working);
        Assert.InRange(ready, TimeSpan.Zero, Longest);
        await audit.CheckAsync(recorders);
        await audit.CheckLogAsync();
    }

    /// <summary>Waits until some were told.</summary>
    private static async Task RefusedAsync(Recorders recorders)
    {
        for (var (before, waited) = (recorders.Refused, Stopwatch.StartNew()); recorders.Refused < before + 5; await Task.Delay(50, Ct))
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(20), $"nobody was told: {recorders.Acknowledged} acknowledged, {string.Join('\n', recorders.Odd)}");
    }

    private static async Task<JsonElement> AttachAsync(HttpClient client, Guid entry)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(new string('证', 100_000))), "file", "证明.txt" } };
        using var answer = await client.PostAsync($"/api/units/{Unit}/entries/{entry}/evidence", form, Ct);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }

    private static async Task SwitchLogAsync(string connectionString)
    {
        try
        {
            await using var database = NpgsqlDataSource.Create(connectionString);
            for (var i = 0; i < 20; i++)
            {
                await using var command = database.CreateCommand("select pg_switch_wal(), pg_logical_emit_message(false, 'full', repeat('x', 1000))");
                await command.ExecuteNonQueryAsync(Ct);
            }
        }
        catch (NpgsqlException)
        {
            // That was the last piece.
        }
    }
}
