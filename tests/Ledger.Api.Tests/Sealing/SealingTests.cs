using System.Text.Json;
using Ledger.Api.Sealing;
using Ledger.Api.Setup;
using Ledger.Log.Events;
using Ledger.Log.Notes;
using Ledger.Log.Tree;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Api.Tests.Sealing;

/// <summary>Every event becomes a leaf of its unit's log, once and in its order, and the log answers for it to whoever asks.</summary>
public sealed class SealingTests(LedgerFixture ledger)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private UnitLog Log => ledger.Host.Services.GetRequiredService<UnitLog>();

    private LogKeys Keys => ledger.Host.Services.GetRequiredService<LogKeys>();

    [Fact]
    public async Task every_event_is_one_leaf_in_the_order_of_their_numbers()
    {
        var unit = await ledger.NewUnitAsync();
        var entries = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ledger.LogServiceAsync(unit)));
        (await ledger.CorrectAsync(unit, entries[0], 1, LedgerVerbs.Service("2023-04-01"))).Is(200);
        await Log.AwaitSealedAsync(Ct);
        Assert.True(await ScalarAsync<bool>(
            """
            select count(*) = (select count(*) from ledger.mt_events where tenant_id = $1) and count(*) >= 22
               and array_agg(seq order by index) = array_agg(seq order by seq) and max(index) = count(*) - 1
            from log.leaves where unit = $1
            """, unit));
    }

    [Fact]
    public async Task an_event_is_sealed_within_a_second_without_being_asked_for()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit);
        await Log.AwaitSealedAsync(Ct);
        await ledger.LogServiceAsync(unit);
        for (var i = 0; i < 100 && await ScalarAsync<long>("select count(*) from ledger.mt_events e where e.tenant_id = $1 and not exists (select from log.leaves l where l.seq = e.seq_id)", unit) > 0; i++)
            await Task.Delay(50, Ct);
        var lag = await ScalarAsync<double>("select max(extract(epoch from l.sealed_at - e.timestamp))::float8 from log.leaves l join ledger.mt_events e on e.seq_id = l.seq where l.unit = $1", unit);
        // Other tests load the machine; on a quiet one it is a fifth of this.
        Assert.InRange(lag, 0, 5);
    }

    [Fact]
    public async Task sealers_that_run_at_once_seal_each_event_once()
    {
        var unit = await ledger.NewUnitAsync();
        var logging = Task.WhenAll(Enumerable.Range(0, 40).Select(_ => ledger.LogServiceAsync(unit)));
        var sealers = Enumerable.Range(0, 4).Select(_ => new Sealer(ledger.Database, Keys)).ToList();
        while (!logging.IsCompleted)
            await Task.WhenAll(sealers.Select(s => s.SealAsync(Ct)));
        await logging;
        await Log.AwaitSealedAsync(Ct);
        Assert.Equal(0, await ScalarAsync<long>("select count(*) from ledger.mt_events e where tenant_id = $1 and (select count(*) from log.leaves l where l.seq = e.seq_id) <> 1", unit));
        Assert.True((await new LogVerification(ledger.Database, Keys, null).RunAsync(unit, [], Ct)).Intact);
    }

    [Fact]
    public async Task a_log_that_grows_while_it_is_verified_is_intact()
    {
        var unit = await ledger.NewUnitAsync();
        var sealer = new Sealer(ledger.Database, Keys);
        var verification = new LogVerification(ledger.Database, Keys, null);
        using var stop = new CancellationTokenSource();
        var looking = Enumerable.Range(0, 8).Select(_ => Task.Run(LookAsync, Ct)).ToList();
        for (var i = 0; i < 40; i++)
        {
            await ledger.LogServiceAsync(unit);
            await sealer.SealAsync(Ct);
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(looking), looks => Assert.True(looks > 3, $"only {looks} looks"));

        async Task<int> LookAsync()
        {
            var looks = 0;
            for (; !stop.IsCancellationRequested; looks++)
                Assert.Empty((await verification.RunAsync(unit, [], Ct)).Faults);
            return looks;
        }
    }

    [Fact]
    public async Task the_receipt_of_an_entry_proves_its_event_to_whoever_has_the_key()
    {
        var unit = await ledger.NewUnitAsync();
        var entry = await ledger.LogServiceAsync(unit);
        var receipt = (await ledger.GetAsync($"/api/units/{unit}/log/entries/{entry}/receipt")).Is(200);
        var key = VerifierKey.Parse(receipt["key"].GetString())!;
        Assert.Equal(Keys.For(unit).Verifier, key);
        var opened = receipt["event"].Deserialize<OpenedEvent>(JsonSerializerOptions.Web)!;
        var proof = TlogProof.Parse(receipt["proof"].GetString())!;
        Assert.Equal("\"法律顾问A律师\"", opened.Members["/adviser"]);
        Assert.True(proof.Verify(opened.Leaf(unit), key));
        Assert.False(proof.Verify((opened with { At = "2020-01-01T00:00:00.000000Z" }).Leaf(unit), key));
        Assert.False(proof.Verify(opened.Leaf("another"), key));
        var text = (await ledger.GetAsync($"/api/units/{unit}/log/entries/{entry}/proof")).Is(200);
        Assert.Equal("text/plain", text.MediaType);
        Assert.True(TlogProof.Parse(text.Text)!.Verify(opened.Leaf(unit), key));
        Assert.InRange(text.Text.Length, 1, 1024);
        (await ledger.GetAsync($"/api/units/{unit}/log/entries/{Guid.CreateVersion7()}/proof")).Refuses(404, "unknown-entry");
        (await ledger.GetAsync($"/api/units/{await ledger.NewUnitAsync()}/log/entries/{entry}/proof")).Refuses(404, "unknown-entry");
    }

    [Fact]
    public async Task a_checkpoint_is_proved_to_have_grown_from_an_earlier_one()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit);
        var before = await CheckpointAsync(unit);
        for (var i = 0; i < 7; i++)
            await ledger.LogServiceAsync(unit);
        var after = await CheckpointAsync(unit);
        Assert.Equal(before.Size + 7, after.Size);
        var proof = (await ledger.GetAsync($"/api/units/{unit}/log/consistency?from={before.Size}&to={after.Size}")).Is(200);
        List<byte[]> hashes = [.. proof["hashes"].EnumerateArray().Select(h => h.GetBytesFromBase64())];
        Assert.True(Consistency.Verify(before.Size, before.Root, after.Size, after.Root, hashes));
        (await ledger.GetAsync($"/api/units/{unit}/log/consistency?from=0&to={after.Size + 1000}")).RefusesField("to");
        (await ledger.GetAsync($"/api/units/{unit}/log/consistency?from=-1")).RefusesField("from");
    }

    [Fact]
    public void a_key_is_its_owners_alone_and_an_old_one_still_verifies_after_a_rotation()
    {
        var folder = Directory.CreateTempSubdirectory("ledger-keys-");
        try
        {
            var keys = new LogKeys(new DataFolder(folder.FullName));
            var note = new Checkpoint(keys.OriginOf("u"), 0, Merkle.Empty).Sign(keys.For("u"));
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.FullName, "keys", "log-keys.json")));
            keys.Rotate(TimeProvider.System.GetUtcNow());
            var again = new LogKeys(new DataFolder(folder.FullName));
            Assert.Equal(note.Text.Split('\n')[0], again.OriginOf("u"));
            var known = again.PublicFor("u").Select(k => k.Key).ToList();
            Assert.Equal(2, known.Distinct().Count());
            Assert.True(note.SignedBy(known[0]));
            Assert.Null(note.SignedBy(known[1]));
            Assert.True(new Checkpoint(again.OriginOf("u"), 0, Merkle.Empty).Sign(again.For("u")).SignedBy(known[1]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<Checkpoint> CheckpointAsync(string unit)
    {
        await Log.AwaitSealedAsync(Ct);
        var note = SignedNote.Parse((await ledger.GetAsync($"/api/units/{unit}/log/checkpoint")).Is(200).Text)!;
        Assert.True(note.SignedBy(Keys.For(unit).Verifier));
        return Checkpoint.Parse(note.Text)!;
    }

    private async Task<T> ScalarAsync<T>(string sql, string unit)
    {
        await using var command = ledger.Database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = unit });
        return (T)(await command.ExecuteScalarAsync(Ct))!;
    }
}
