using System.Collections.Concurrent;
using Ledger.Domain.Units;
using Marten;

namespace Ledger.Api.Units;

/// <summary>The units of this ledger, remembered once seen: every request names one, and they hardly ever change.</summary>
public sealed class KnownUnits(IDocumentStore store)
{
    private readonly ConcurrentDictionary<string, Unit> _seen = new();

    public async ValueTask<Unit?> FindAsync(string code, CancellationToken ct)
    {
        if (_seen.TryGetValue(code, out var known))
            return known;
        await using var session = store.QuerySession();
        var unit = await session.LoadAsync<Unit>(code, ct);
        return unit is null ? null : _seen.GetOrAdd(code, unit);
    }

    /// <summary>Whether there is a unit of invented data; remembered once there is.</summary>
    public async ValueTask<bool> HasSamplesAsync(CancellationToken ct)
    {
        if (_seen.Values.Any(u => u.Sample))
            return true;
        await using var session = store.QuerySession();
        if (await session.Query<Unit>().FirstOrDefaultAsync(u => u.Sample, ct) is not { } sample)
            return false;
        _seen.TryAdd(sample.Id, sample);
        return true;
    }

    public void Forget(string code) => _seen.TryRemove(code, out _);
}
