using Ledger.Api.Entries;
using Ledger.Api.Sealing;
using Ledger.Log.Audit;
using Ledger.Log.Events;
using Ledger.Log.Notes;
using Ledger.Log.Tree;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Api.Tests.Sealing;

/// <summary>
/// A superuser of the database changes what is stored, by SQL and by hashing anew with this very code; the full check says
/// where. The random thousands of it are in <c>TamperMatrixTests</c>.
/// </summary>
public sealed class TamperTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    private const int Entries = 8;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private LogKeys Keys => ledger.App.Services.GetRequiredService<LogKeys>();

    public static TheoryData<string, string, FaultKind> Changes => new()
    {
        { "payload", "update ledger.mt_events set data = jsonb_set(data, '{adviser}', '\"别的律师\"') where seq_id = $2 and tenant_id = $1", FaultKind.EventChanged },
        { "time", "update ledger.mt_events set timestamp = timestamp + interval '1 microsecond' where seq_id = $2 and tenant_id = $1", FaultKind.EventChanged },
        { "person", "update ledger.mt_events set user_name = '另一人' where seq_id = $2 and tenant_id = $1", FaultKind.EventChanged },
        { "deleted", "delete from ledger.mt_events where seq_id = $2 and tenant_id = $1", FaultKind.EventGone },
        { "leaf deleted", "delete from log.leaves where seq = $2 and unit = $1", FaultKind.EventAdded },
        { "both deleted", "with e as (delete from ledger.mt_events where seq_id = $2) delete from log.leaves where seq = $2 and unit = $1", FaultKind.LeafOutOfOrder },
        { "salt", "update log.leaves set salt = sha256(salt) where seq = $2 and unit = $1", FaultKind.EventChanged },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task a_change_by_sql_is_found_at_its_place(string what, string sql, FaultKind expected)
    {
        var (unit, kept) = await SealedAsync();
        Assert.True((await VerifyAsync(unit, kept)).Intact, what);
        var place = await PlaceAsync(unit, Entries / 2);
        await ExecuteAsync(sql, unit, place.Sequence);
        var first = (await VerifyAsync(unit, kept)).Faults[0];
        Assert.Equal((expected, place.Index), (first.Kind, first.From));
    }

    [Fact]
    public async Task two_events_that_changed_places_are_found_at_the_first()
    {
        var (unit, kept) = await SealedAsync();
        var (one, other) = (await PlaceAsync(unit, 3), await PlaceAsync(unit, 4));
        await ExecuteAsync("update ledger.mt_events set seq_id = -seq_id where tenant_id = $1 and seq_id in ($2, $3)", unit, one.Sequence, other.Sequence);
        await ExecuteAsync("update ledger.mt_events set seq_id = case seq_id when -$2::bigint then $3::bigint else $2::bigint end where tenant_id = $1 and seq_id < 0", unit, one.Sequence, other.Sequence);
        var first = (await VerifyAsync(unit, kept)).Faults[0];
        Assert.Equal((FaultKind.EventChanged, one.Index), (first.Kind, first.From));
    }

    [Fact]
    public async Task an_event_put_in_afterwards_is_found()
    {
        var (unit, kept) = await SealedAsync();
        var place = await PlaceAsync(unit, 0);
        await ExecuteAsync(
            """
            insert into ledger.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
            select 0, gen_random_uuid(), stream_id, 99, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived from ledger.mt_events where tenant_id = $1 and seq_id = $2
            """, unit, place.Sequence);
        var first = (await VerifyAsync(unit, kept)).Faults[0];
        await ExecuteAsync("delete from ledger.mt_events where tenant_id = $1 and seq_id = $2", unit, 0L);
        Assert.Equal((FaultKind.EventAdded, 0), (first.Kind, first.From));
    }

    [Fact]
    public async Task everything_hashed_anew_from_a_changed_event_on_is_found_by_an_earlier_checkpoint()
    {
        var (unit, kept) = await SealedAsync();
        var place = await PlaceAsync(unit, 3);
        await ExecuteAsync("update ledger.mt_events set data = jsonb_set(data, '{adviser}', '\"别的律师\"') where seq_id = $2 and tenant_id = $1", unit, place.Sequence);
        await ReSealAsync(unit);
        // Every signature the attacker could not make is gone but the one that was kept elsewhere.
        await ExecuteAsync("delete from log.checkpoints where unit = $1 and size > $2", unit, place.Index);
        Assert.True((await VerifyAsync(unit, null)).Intact);
        var first = (await VerifyAsync(unit, kept)).Faults[0];
        Assert.Equal(FaultKind.CheckpointBroken, first.Kind);
        Assert.InRange(place.Index, first.From, first.To - 1);
    }

    [Fact]
    public async Task a_tail_cut_off_with_all_its_traces_is_found_by_an_earlier_checkpoint()
    {
        var (unit, kept, place) = await CutAsync(5);
        Assert.True((await VerifyAsync(unit, null)).Intact);
        var first = (await VerifyAsync(unit, kept)).Faults[0];
        Assert.Equal(FaultKind.CutOff, first.Kind);
        Assert.InRange(place.Index, first.From, first.To - 1);
    }

    [Fact]
    public async Task an_old_state_put_back_and_gone_on_from_is_found_by_an_earlier_checkpoint()
    {
        var (unit, kept, place) = await CutAsync(5);
        for (var i = 0; i < Entries; i++)
            await ledger.LogServiceAsync(unit, "2023-09-09");
        await ledger.App.Services.GetRequiredService<UnitLog>().AwaitSealedAsync(Ct);
        Assert.True((await VerifyAsync(unit, null)).Intact);
        var first = (await VerifyAsync(unit, kept)).Faults[0];
        Assert.Equal(FaultKind.CheckpointBroken, first.Kind);
        Assert.InRange(place.Index, first.From, first.To - 1);
    }

    [Fact]
    public async Task a_file_of_evidence_that_was_swapped_is_found()
    {
        var unit = await ledger.NewUnitAsync();
        var entry = await ledger.LogServiceAsync(unit);
        using var form = new MultipartFormDataContent { { new ByteArrayContent("会议记录（虚构）"u8.ToArray()), "file", "记录.txt" } };
        var sha256 = (await ledger.SendAsync(HttpMethod.Post, $"/api/units/{unit}/entries/{entry}/evidence", form)).Is(201)["sha256"].GetString()!;
        await ledger.App.Services.GetRequiredService<UnitLog>().AwaitSealedAsync(Ct);
        Assert.True((await VerifyAsync(unit, null)).Intact);
        var file = ledger.App.Services.GetRequiredService<EvidenceStore>().Find(sha256, "会议记录（虚构）"u8.Length)!;
        await File.WriteAllBytesAsync(file, "会议记录（改过）"u8.ToArray(), Ct);
        Assert.Equal(FaultKind.EvidenceChanged, Assert.Single((await VerifyAsync(unit, null)).Faults).Kind);
    }

    [Fact]
    public async Task a_ledger_from_before_there_was_a_log_is_sealed_from_its_first_event()
    {
        var (unit, kept) = await SealedAsync();
        await ExecuteAsync("with c as (delete from log.checkpoints), t as (delete from log.trees), l as (delete from log.leaves) update log.progress set seq = 0 where $1 <> '' and $2 = 0", unit, 0L);
        await ledger.App.Services.GetRequiredService<UnitLog>().AwaitSealedAsync(Ct);
        var found = await VerifyAsync(unit, null);
        Assert.True(found.Intact);
        // The same events under other salts: another log, and whoever has a checkpoint of the first sees it.
        Assert.Equal(Checkpoint.Parse(kept.Text)!.Size, found.Size);
        Assert.False((await VerifyAsync(unit, kept)).Intact);
    }

    /// <summary>A unit whose entries were sealed in several commits, and a checkpoint that an auditor took away.</summary>
    private async Task<(string Unit, SignedNote Kept)> SealedAsync()
    {
        var unit = await ledger.NewUnitAsync();
        var log = ledger.App.Services.GetRequiredService<UnitLog>();
        for (var i = 0; i < Entries; i++)
        {
            await ledger.LogServiceAsync(unit);
            if (i % 3 == 2)
                await log.AwaitSealedAsync(Ct);
        }

        await log.AwaitSealedAsync(Ct);
        return (unit, await log.CheckpointAsync(unit, Ct));
    }

    /// <summary>The same without its tail and all that told of it.</summary>
    private async Task<(string Unit, SignedNote Kept, (long Index, long Sequence) Place)> CutAsync(int from)
    {
        var (unit, kept) = await SealedAsync();
        var place = await PlaceAsync(unit, from);
        await ExecuteAsync("delete from ledger.mt_events where tenant_id = $1 and seq_id >= $2", unit, place.Sequence);
        await ExecuteAsync("delete from log.leaves where unit = $1 and seq >= $2", unit, place.Sequence);
        await ExecuteAsync("delete from log.checkpoints where unit = $1 and size > $2", unit, place.Index);
        await ReSealAsync(unit);
        return (unit, kept, place);
    }

    private Task<LogFindings> VerifyAsync(string unit, SignedNote? kept) =>
        new LogVerification(ledger.Database, Keys, ledger.App.Services.GetRequiredService<EvidenceStore>()).RunAsync(unit, kept is null ? [] : [kept], Ct);

    /// <summary>Leaves, nodes and tree as the attacker would write them: with the program's own code, without its key.</summary>
    private async Task ReSealAsync(string unit)
    {
        var tree = new CompactRange();
        var rows = new List<(LeafRow Leaf, EventRow Row)>();
        await using (var command = ledger.Database.CreateCommand($"select {SealRows.LeafColumns}, {SealRows.EventColumns} from log.leaves l join ledger.mt_events e on e.seq_id = l.seq where l.unit = $1 order by l.seq"))
        {
            command.Parameters.Add(new() { Value = unit });
            await using var reader = await command.ExecuteReaderAsync(Ct);
            while (await reader.ReadAsync(Ct))
                rows.Add((SealRows.Leaf(reader), SealRows.Event(reader, 6)));
        }

        foreach (var (leaf, row) in rows)
        {
            var hash = EventLeaf.Hash(row, leaf.Salt);
            await ExecuteAsync("update log.leaves set hash = $3, nodes = $4 where unit = $1 and seq = $2", unit, leaf.Sequence, hash, tree.Append(hash).SelectMany(n => n).ToArray());
        }

        await ExecuteAsync("update log.trees set size = $2, root = $3 where unit = $1", unit, tree.Size, tree.Root());
    }

    private async Task<(long Index, long Sequence)> PlaceAsync(string unit, int index)
    {
        await using var command = ledger.Database.CreateCommand("select seq from log.leaves where unit = $1 and index = $2");
        command.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = unit }, new() { Value = (long)index } });
        return (index, (long)(await command.ExecuteScalarAsync(Ct))!);
    }

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = ledger.Database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(Ct);
    }
}
