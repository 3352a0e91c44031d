using CsCheck;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Years;

namespace Ledger.Api.Tests.Figures;

/// <summary>A verification that goes on from the last one finds what one from the first event finds.</summary>
public sealed class VerifiedBookTests(LedgerFixture ledger)
{
    private const int Year = 2024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task going_on_counts_the_same_as_counting_anew_whatever_happens_in_between()
    {
        var samples = 0;
        await Gen.Select(AnyEntries.Streams.Array[1, 20], AnyEntries.Streams.Array[0, 20]).SampleAsync(async (first, second) =>
        {
            var unit = $"since-{Interlocked.Increment(ref samples)}-{Guid.CreateVersion7():N}";
            foreach (var streams in (IReadOnlyList<object>[][])[first, second, []])
            {
                await AppendAsync(unit, streams);
                var (since, anew) = (await SinceAsync(unit), await Verification.RunAsync(ledger.Store, ledger.Database, unit, Year, null, Ct));
                Assert.Equal((anew.Differences.Count, anew.Cells), (since.Differences.Count, since.Cells));
                Assert.True(since.Agrees);
            }
        }, iter: 12, threads: 1);
    }

    [Fact]
    public async Task a_zero_confirmed_before_and_withdrawn_since_is_no_zero()
    {
        var unit = $"since-nil-{Guid.CreateVersion7():N}";
        await AppendAsync(unit, [[new NilReturnConfirmed(Year, "litigations", "张三", "没有"), new NilReturnConfirmed(Year, "honours", "张三", "没有")]]);
        var first = await SinceAsync(unit);
        Assert.Equal((true, 2), (first.Agrees, first.Cells));
        await AppendAsync(unit, [[new NilReturnWithdrawn(Year, "honours", "补录")]]);
        Assert.Equal(1, (await SinceAsync(unit)).Cells);
    }

    [Fact]
    public async Task what_was_changed_since_is_found_and_not_gone_on_from()
    {
        var unit = $"since-changed-{Guid.CreateVersion7():N}";
        var entry = await AppendAsync(unit, [AnyEntries.Service(Year)]);
        Assert.True((await SinceAsync(unit)).Agrees);
        await AppendAsync(unit, [AnyEntries.Service(Year)]);
        const string Change = "update ledger.mt_doc_yearbook set data = jsonb_set(data, '{cells,legal-service,sum}', to_jsonb($2)) where tenant_id = $1";
        await ExecuteAsync(Change, unit, 7);
        Assert.Contains((await SinceAsync(unit)).Differences, d => d.Cell == "legal-service");
        await ExecuteAsync(Change, unit, 2);
        Assert.True((await SinceAsync(unit)).Agrees);

        // What lies before the last verification is the full one's to find.
        await ExecuteAsync("update ledger.mt_events set data = jsonb_set(data, '{occurredOn}', '\"2023-01-01\"') where stream_id = $1", entry);
        Assert.True((await SinceAsync(unit)).Agrees);
        Assert.False((await Verification.RunAsync(ledger.Store, ledger.Database, unit, Year, null, Ct)).Agrees);
        await ExecuteAsync("update ledger.mt_events set data = jsonb_set(data, '{occurredOn}', '\"2024-03-01\"') where stream_id = $1", entry);
    }

    [Fact]
    public async Task by_other_rules_it_begins_anew()
    {
        var unit = $"since-rules-{Guid.CreateVersion7():N}";
        await AppendAsync(unit, [AnyEntries.Service(Year)]);
        await SinceAsync(unit);
        await ExecuteAsync("update ledger.mt_doc_verifiedbook set data = jsonb_set(jsonb_set(data, '{rulesSha256}', '\"other\"'), '{cells,legal-service,sum}', '99') where tenant_id = $1", unit);
        Assert.True((await SinceAsync(unit)).Agrees);
    }

    private Task<VerificationResult> SinceAsync(string unit) => Verification.SinceLastAsync(ledger.Store, ledger.Database, unit, Year, Ct);

    private async Task<Guid> AppendAsync(string unit, IReadOnlyList<object>[] streams)
    {
        await using var session = ledger.Store.LightweightSession(unit);
        var last = Guid.Empty;
        foreach (var stream in streams)
            session.Events.StartStream<Entry>(last = Guid.CreateVersion7(), stream);
        await session.SaveChangesAsync(Ct);
        return last;
    }

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = ledger.Database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(Ct);
    }
}
