using Ledger.Api.Setup;
using Ledger.Domain.Years;
using Marten;

namespace Ledger.Api.Years;

/// <summary>A unit's year as a stream: it begins with whatever happens to it first.</summary>
public static class YearLog
{
    public static async Task AppendAsync(IDocumentSession session, string unit, int year, object e, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        var id = Year.StreamOf(unit, year);
        await session.HoldAsync($"year/{id}", ct);
        var stream = await session.Events.FetchForWriting<Year>(id, ct);
        if (stream.CurrentVersion is null or 0)
            session.Events.StartStream<Year>(id, e);
        else
            stream.AppendOne(e);
    }
}
