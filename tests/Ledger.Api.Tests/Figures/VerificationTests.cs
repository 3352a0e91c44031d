using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Years;

namespace Ledger.Api.Tests.Figures;

/// <summary>The three evaluators are compared; whoever changes what is stored behind the ledger's back is found out.</summary>
public sealed class VerificationTests(LedgerFixture ledger)
{
    private readonly string _unit = $"verify-{Guid.CreateVersion7():N}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_untouched_ledger_agrees()
    {
        await LogAsync(10);
        await LogAsync(20);
        var result = await VerifyAsync();
        Assert.Empty(result.Differences);
        Assert.Equal((1, 1), (result.Units, result.Years));
        // Mediations, the rate's two sides and the confirmed zero.
        Assert.Equal(4, result.Cells);
    }

    [Fact]
    public async Task a_number_changed_in_a_stored_event_is_found_with_its_entry()
    {
        await LogAsync(10);
        var entry = await LogAsync(20);
        await VerifyAsync();
        await ExecuteAsync("""update ledger.mt_events set data = jsonb_set(data, '{cases}', '25') where stream_id = $1""", entry);

        var result = await VerifyAsync();

        var difference = Assert.Single(result.Differences, d => d.Cell == "mediations");
        Assert.Equal((30, 35, 35), (difference.Projection!.Value.Sum, difference.Sql.Sum, difference.Offline.Sum));
        Assert.Contains(entry, difference.Entries);
        Assert.False(difference.MoreEntries);
        await ExecuteAsync("""update ledger.mt_events set data = jsonb_set(data, '{cases}', '20') where stream_id = $1""", entry);
        Assert.True((await VerifyAsync()).Agrees);
    }

    [Fact]
    public async Task a_changed_year_book_is_found()
    {
        await LogAsync(10);
        await VerifyAsync();
        const string Change = """update ledger.mt_doc_yearbook set data = jsonb_set(data, '{cells,mediations,sum}', to_jsonb($2)) where tenant_id = $1""";
        await ExecuteAsync(Change, _unit, 11);
        Assert.Equal("mediations", Assert.Single((await VerifyAsync()).Differences).Figure);
        await ExecuteAsync(Change, _unit, 10);
        Assert.True((await VerifyAsync()).Agrees);
    }

    [Fact]
    public async Task an_export_stays_good_while_the_ledger_goes_on()
    {
        await LogAsync(10);
        await VerifyAsync();
        var file = await ExportAsync();
        Assert.Equal(file, await ExportAsync());
        Assert.Equal((0, 0), await AgainstAsync(file));

        await LogAsync(5);

        Assert.Equal((0, 1), await AgainstAsync(file));
        Assert.True((await VerifyAsync()).Agrees);
    }

    /// <summary>A mediation in 2025, and beside it a zero that stands confirmed and one that was withdrawn.</summary>
    private async Task<Guid> LogAsync(int cases)
    {
        await using var session = ledger.Store.LightweightSession(_unit);
        var entry = Guid.CreateVersion7();
        session.Events.StartStream<Entry>(entry, new DisputeMediated { OccurredOn = new(2025, 3, 12), Cases = cases, Succeeded = cases });
        session.Events.StartStream<Year>(
            Guid.CreateVersion7(),
            new NilReturnConfirmed(2025, "litigations", "张三", "全年无行政诉讼案件"),
            new NilReturnConfirmed(2025, "honours", "张三", "无"),
            new NilReturnWithdrawn(2025, "honours", "补录"));
        await session.SaveChangesAsync(Ct);
        return entry;
    }

    private Task<VerificationResult> VerifyAsync() =>
        Verification.RunAsync(ledger.Store, ledger.Database, _unit, year: null, progress: null, Ct);

    private async Task<byte[]> ExportAsync()
    {
        using var file = new MemoryStream();
        await EventExport.WriteAsync(ledger.Database, file, _unit, upTo: null, progress: null, Ct);
        return file.ToArray();
    }

    private async Task<(int Differences, int ChangedSince)> AgainstAsync(byte[] file)
    {
        var result = await Verification.AgainstAsync(ledger.Store, ledger.Database, new MemoryStream(file), unit: null, year: null, progress: null, Ct);
        return (result.Differences.Count, result.ChangedSince);
    }

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = ledger.Database.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(Ct);
    }
}
