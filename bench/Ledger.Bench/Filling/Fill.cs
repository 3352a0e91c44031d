using JasperFx.Events;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Entries;
using Marten;
using Npgsql;

namespace Ledger.Bench.Filling;

/// <summary>
/// Puts the invented years into an empty store by COPY, as an import would: nothing of the append path is measured by it,
/// and the projections have everything still before them.
/// </summary>
internal static class Fill
{
    private const int Page = 10_000;

    public static async Task PrepareAsync(DocumentStore store, NpgsqlDataSource source, CancellationToken ct)
    {
        await SchemaMark.EnsureAsync(store, source, ct);
        await using var session = store.LightweightSession();
        foreach (var unit in SyntheticYears.Units)
            RegisterUnitEndpoint.Register(session, new RegisterUnit(unit, $"虚构{unit}局", $"{unit}局", ["县人民政府"], Enforcement: false, Sample: true));
        await session.SaveChangesAsync(ct);
    }

    /// <summary>Fills the store up to the number of events.</summary>
    public static async Task RunAsync(DocumentStore store, int events, CancellationToken ct)
    {
        var page = new List<Stream>(Page);
        var written = 0;
        foreach (var stream in SyntheticYears.Streams(events - SyntheticYears.Units.Count))
        {
            page.Add(stream);
            written += stream.Events.Count;
            if (page.Count < Page)
                continue;
            await WriteAsync(store, page, ct);
            await Console.Error.WriteLineAsync($"  {written:#,0} of {events:#,0} events imported");
        }

        await WriteAsync(store, page, ct);
    }

    private static async Task WriteAsync(DocumentStore store, List<Stream> page, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        foreach (var unit in page.GroupBy(s => s.Unit))
            await store.BulkInsertEventsAsync(unit.Key, [.. unit.Select(s => Action(session, s))], Page, ct);
        page.Clear();
    }

    private static StreamAction Action(IDocumentSession session, Stream stream)
    {
        var action = StreamAction.Start(Guid.CreateVersion7(stream.At), [.. stream.Events.Select(session.Events.BuildEvent)]);
        action.AggregateType = typeof(Entry);
        action.TenantId = stream.Unit;
        foreach (var (i, e) in action.Events.Index())
        {
            e.Timestamp = stream.At.AddSeconds(i);
            e.UserName = "填报员";
            e.TenantId = stream.Unit;
        }

        return action;
    }
}
