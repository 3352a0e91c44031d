using Ledger.Api.Sealing;
using Ledger.Api.Setup;
using Ledger.Domain.Figures;
using Ledger.Log.Notes;
using Ledger.Log.Tree;
using Marten;
using Npgsql;

namespace Ledger.Api.Tests.Durability;

/// <summary>
/// Whether a ledger holds exactly what was acknowledged: looked at from outside the service, with the checkpoint that a
/// client kept from before the fault.
/// </summary>
internal sealed class LedgerAudit(DataFolder folder, string connectionString, HttpClient client, string unit) : IAsyncDisposable
{
    private const string Streams = """
        select stream_id, count(*)::int, max(version)::int from ledger.mt_events
        where tenant_id = $1 and type in ('legal_service_provided', 'entry_reversed') group by stream_id
        """;

    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(Fresh(connectionString));
    private readonly DocumentStore _store = DocumentStore.For(o =>
    {
        o.Connection(Fresh(connectionString));
        Store.Configure(o, new AppendBell());
        o.Projections.AsyncMode = JasperFx.Events.Daemon.DaemonMode.ExternallyManaged;
    });

    private readonly List<SignedNote> _kept = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Keeps the checkpoint that the service shows now, as a careful client does.</summary>
    public async Task KeepCheckpointAsync()
    {
        try
        {
            _kept.Add(SignedNote.Parse(await client.GetStringAsync(Log("checkpoint"), Ct))!);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            // What never arrived is nothing to hold on to.
        }
    }

    public async Task CheckAsync(Recorders said)
    {
        Assert.Empty(said.Odd);
        await HoldsExactlyAsync(said);
        // What is sent again is answered again, and changes nothing.
        await said.RepeatAsync(5);
        await HoldsExactlyAsync(said);
        var counted = await Verification.RunAsync(_store, _database, unit, null, null, Ct);
        Assert.True(counted.Agrees, "the evaluators differ: " + string.Join("; ", counted.Differences.Select(d => d.Cell)));
        Assert.True(counted.Cells > 0);
        await LogHasGrownAsync();
    }

    /// <summary>Leaves, nodes and roots computed again from the events, and held against every checkpoint kept.</summary>
    public async Task CheckLogAsync()
    {
        var findings = await new LogVerification(_database, new LogKeys(folder), null).RunAsync(unit, _kept, Ct);
        Assert.True(findings.Intact, string.Join("; ", findings.Faults));
        Assert.NotEmpty(_kept);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task HoldsExactlyAsync(Recorders said)
    {
        var stored = new Dictionary<Guid, int>();
        await using var command = _database.CreateCommand(Streams);
        command.Parameters.Add(new() { Value = unit });
        await using var rows = await command.ExecuteReaderAsync(Ct);
        while (await rows.ReadAsync(Ct))
        {
            Assert.Equal(rows.GetInt32(1), rows.GetInt32(2));
            stored.Add(rows.GetGuid(0), rows.GetInt32(1));
        }

        Assert.Empty(said.Entries.Keys.Except(stored.Keys));
        Assert.Equal(said.Entries.Count, stored.Count);
        Assert.All(stored, s => Assert.Equal(said.Entries[s.Key], s.Value));
    }

    private async Task LogHasGrownAsync()
    {
        var note = SignedNote.Parse(await client.GetStringAsync(Log("checkpoint"), Ct))!;
        var now = Checkpoint.Parse(note.Text)!;
        Assert.True(note.SignedBy(new LogKeys(folder).For(unit).Verifier));
        foreach (var held in _kept.TakeLast(3).Select(k => Checkpoint.Parse(k.Text)!))
        {
            var hashes = System.Text.Json.JsonElement.Parse(await client.GetStringAsync(Log($"consistency?from={held.Size}&to={now.Size}"), Ct))
                .GetProperty("hashes").EnumerateArray().Select(h => h.GetBytesFromBase64()).ToList();
            Assert.True(Consistency.Verify(held.Size, held.Root, now.Size, now.Root, hashes), $"the log at {now.Size} does not begin with the one seen at {held.Size}");
        }

        _kept.Add(note);
    }

    /// <summary>A pool would keep connections to a server that was killed.</summary>
    private static string Fresh(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;

    private string Log(string what) => $"/api/units/{unit}/log/{what}";
}
