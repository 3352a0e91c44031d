using System.Diagnostics;
using CsCheck;
using Ledger.Api.Setup;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Marten;
using Marten.Events.Daemon.Coordination;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Api.Tests.Figures;

/// <summary>The year books behind the log are what a plain fold of the events gives, live and rebuilt.</summary>
public sealed class ProjectionTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task whatever_was_logged_corrected_and_voided_live_and_rebuilt()
    {
        var units = new Dictionary<string, List<object>>();
        var until = Stopwatch.StartNew();
        await AnyEntries.Streams.Array[1, 12].Array[1, 4].SampleAsync(async commits =>
        {
            if (until.Elapsed > TimeSpan.FromSeconds(15))
                return;
            var unit = $"any-{units.Count}";
            units[unit] = [];
            await LogAsync(unit, commits, units[unit]);
            await AssertBooksAsync(unit, units[unit]);
        }, iter: 25, threads: 1);

        var live = await StoredAsync();
        await RebuildAsync();
        Assert.Equal(live, await StoredAsync());
        foreach (var (unit, events) in units)
            await AssertBooksAsync(unit, events);
        // And it goes on from there.
        var after = units.First();
        await LogAsync(after.Key, [AnyEntries.Streams.Array[5, 5].Single()], after.Value);
        await AssertBooksAsync(after.Key, after.Value);
    }

    /// <summary>Streams begun in one commit and continued in the next, so that pages of the projection cut through them.</summary>
    private async Task LogAsync(string unit, IReadOnlyList<object>[][] commits, List<object> all)
    {
        var open = new List<(Guid Id, IEnumerable<object> Later)>();
        foreach (var commit in commits)
        {
            await using var session = ledger.Store.LightweightSession(unit);
            foreach (var (id, later) in open)
                session.Events.Append(id, later);
            open.Clear();
            foreach (var stream in commit)
            {
                var id = Guid.CreateVersion7();
                session.Events.StartStream<Entry>(id, stream[0]);
                if (stream.Count > 1)
                    open.Add((id, stream.Skip(1)));
                all.AddRange(stream);
            }

            await session.SaveChangesAsync(Ct);
        }

        await using var last = ledger.Store.LightweightSession(unit);
        foreach (var (id, later) in open)
            last.Events.Append(id, later);
        await last.SaveChangesAsync(Ct);
    }

    private async Task AssertBooksAsync(string unit, IEnumerable<object> events)
    {
        await ledger.App.Services.GetRequiredService<Freshness>().AwaitAsync(YearBooks.Name, Ct);
        await using var session = ledger.Store.QuerySession(unit);
        var books = await session.Query<YearBook>().ToListAsync(Ct);
        Assert.Equal(Text(AnyEntries.Books(events).Values), Text(books));
    }

    private static List<string> Text(IEnumerable<YearBook> books) =>
        [.. books.SelectMany(b => b.Cells.Select(c => $"{b.Id} {c.Key} = {c.Value.Sum:0.##} of {c.Value.Entries}, {c.Value.Inexact} inexact")).Order(StringComparer.Ordinal)];

    /// <summary>While the service runs: its own projections pause and go on behind the rebuilt ones.</summary>
    private async Task RebuildAsync()
    {
        var coordinator = ledger.App.Services.GetRequiredService<IProjectionCoordinator>();
        await coordinator.PauseAsync();
        using (var daemon = await ((DocumentStore)ledger.Store).BuildProjectionDaemonAsync())
            await daemon.RebuildProjectionAsync(YearBooks.Name, Ct);
        await coordinator.ResumeAsync();
    }

    private async Task<string> StoredAsync() => (await ledger.ScalarAsync<string>(
        "select md5(string_agg(tenant_id || id || data::text, '|' order by tenant_id, id)) from ledger.mt_doc_yearbook"))!;
}
