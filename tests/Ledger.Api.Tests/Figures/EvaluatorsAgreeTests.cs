using CsCheck;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Matters;
using Marten;

namespace Ledger.Api.Tests.Figures;

/// <summary>SQL over the event table and the offline fold of the export find what the kinds' lines add up to.</summary>
public sealed class EvaluatorsAgreeTests(LedgerFixture ledger)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task whatever_was_logged_corrected_and_voided()
    {
        var samples = 0;
        await Gen.Select(AnyEntries.Streams.Array[0, 80], AnyEntries.Matters.Array[0, 20]).SampleAsync(async (entries, matters) =>
        {
            List<IReadOnlyList<object>> streams = [.. entries, .. matters];
            var unit = $"agree-{Interlocked.Increment(ref samples)}-{Guid.CreateVersion7():N}";
            await using (var session = ledger.Store.LightweightSession(unit))
            {
                foreach (var stream in entries)
                    session.Events.StartStream<Entry>(Guid.CreateVersion7(), stream);
                foreach (var matter in matters)
                    session.Events.StartStream<Matter>(Guid.CreateVersion7(), matter);
                await session.SaveChangesAsync(Ct);
            }

            var expected = Text(AnyEntries.Books(streams.SelectMany(s => s)).Select(b => (b.Key, b.Value.Cells.AsEnumerable())));
            var sql = await SqlEvaluator.EvaluateAsync(ledger.Database, unit, year: null, upTo: null, Ct);
            Assert.Equal(expected, Text(sql.Select(y => (y.Key, y.Value.AsEnumerable()))));
            Assert.Equal(expected, Text(await OfflineAsync(unit)));
        }, iter: 40, threads: 1);
    }

    [Fact]
    public async Task up_to_an_event_and_for_a_year()
    {
        var unit = $"upto-{Guid.CreateVersion7():N}";
        var streams = AnyEntries.Streams.Array[30, 30].Single();
        await using var session = ledger.Store.LightweightSession(unit);
        foreach (var stream in streams)
            session.Events.StartStream<Entry>(Guid.CreateVersion7(), stream);
        await session.SaveChangesAsync(Ct);

        var stored = (await session.Events.QueryAllRawEvents().ToListAsync(Ct)).OrderBy(e => e.Sequence).ToList();
        var half = stored.Take(stored.Count / 2).ToList();
        var expected = AnyEntries.Books(half.Select(e => e.Data)).Where(b => b.Key == 2024);
        var sql = await SqlEvaluator.EvaluateAsync(ledger.Database, unit, 2024, half[^1].Sequence, Ct);
        Assert.Equal(Text(expected.Select(b => (b.Key, b.Value.Cells.AsEnumerable()))), Text(sql.Select(y => (y.Key, y.Value.AsEnumerable()))));
    }

    private async Task<IEnumerable<(int, IEnumerable<KeyValuePair<string, Tally>>)>> OfflineAsync(string unit)
    {
        using var file = new MemoryStream();
        await EventExport.WriteAsync(ledger.Database, file, unit, upTo: null, progress: null, Ct);
        file.Position = 0;
        var fold = await OfflineFold.ReadAsync(file, Ct);
        return fold.Units.GetValueOrDefault(unit)?.Select(y =>
            (y.Key, y.Value.Cells.Select(c => KeyValuePair.Create(c.Key, new Tally(c.Value.Sum, c.Value.Entries, c.Value.Inexact))))) ?? [];
    }

    private static List<string> Text(IEnumerable<(int Year, IEnumerable<KeyValuePair<string, Tally>> Cells)> years) =>
        [.. years.SelectMany(y => y.Cells.Select(c => $"{y.Year} {c.Key} = {c.Value.Sum:0.##} of {c.Value.Entries}, {c.Value.Inexact} inexact"))
            .Order(StringComparer.Ordinal)];
}
