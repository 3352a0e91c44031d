using System.Diagnostics;

namespace Ledger.Api.Tests.Tables;

/// <summary>A hundred thousand entries as a file, in memory that does not grow with them.</summary>
[Collection(Alone.Name)]
public sealed class LargeExportTests(LedgerFixture ledger)
{
    private const int Rows = 100_000;

    /// <summary>Managed memory above what the service held before; all rows at once would take several times as much.</summary>
    private const long Most = 128L << 20;

    [Fact]
    public async Task a_hundred_thousand_rows_are_written_in_bounded_memory()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogAsync(unit, "law-outreach", new { occurredOn = "2023-03-01", scene = "village", title = "李庄村普法宣传", leaflets = new { value = 300, precision = "approximate" }, summary = new string('普', 200) });
        await ledger.EntriesAsync(unit);
        await using (var copies = ledger.Database.CreateCommand(
            "insert into ledger.mt_doc_entrycard select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'occurred_on', date '2023-01-01' + n % 360))).* from ledger.mt_doc_entrycard c, generate_series(2, $2) n where c.tenant_id = $1"))
        {
            copies.Parameters.Add(new() { Value = unit });
            copies.Parameters.Add(new() { Value = Rows });
            copies.CommandTimeout = 300;
            await copies.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        foreach (var (ending, clock) in new[] { ("csv", new Stopwatch()), ("xlsx", new Stopwatch()) })
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            using var done = new CancellationTokenSource();
            var peak = PeakAsync(done.Token);
            clock.Start();
            using var answer = await ledger.Client.GetAsync($"/api/units/{unit}/entries.{ending}?kind=law-outreach", HttpCompletionOption.ResponseHeadersRead);
            Assert.True(answer.IsSuccessStatusCode);
            await (await answer.Content.ReadAsStreamAsync()).CopyToAsync(Stream.Null);
            clock.Stop();
            await done.CancelAsync();
            var grown = await peak - before;
            TestContext.Current.SendDiagnosticMessage($"{Rows} rows as {ending}: {clock.Elapsed.TotalSeconds:0.0} s, {answer.Content.Headers.ContentLength >> 20} MB, managed memory +{grown >> 20} MB at most");
            Assert.InRange(grown, long.MinValue, Most);
        }
    }

    private static async Task<long> PeakAsync(CancellationToken until)
    {
        var peak = 0L;
        while (!until.IsCancellationRequested)
        {
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
            await Task.Delay(20, CancellationToken.None);
        }

        return peak;
    }
}
