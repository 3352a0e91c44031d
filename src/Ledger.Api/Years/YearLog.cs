using Ledger.Api.Setup;
using Ledger.Domain.Years;
using Marten;

namespace Ledger.Api.Years;

/// <summary>A unit's year as a stream: it begins with whatever happens to it first.</summary>
public static class YearLog
{
    public static Task AppendAsync(IDocumentSession session, string unit, int year, object e, CancellationToken ct) =>
        session.AppendInTurnAsync<Year>("year", Year.StreamOf(unit, year), e, ct);
}
