using System.Collections.Concurrent;
using System.Collections.Immutable;
using Ledger.Domain.Kinds;
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

    /// <summary>The units of a county in the order of its organs: by kind, then by code.</summary>
    public async Task<IReadOnlyList<Unit>> OfCountyAsync(string county, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return [.. (await session.Query<Unit>().Where(u => u.County == county).ToListAsync(ct)).OrderBy(u => u.Kind ?? UnitKind.Other).ThenBy(u => u.Id, StringComparer.Ordinal)];
    }

    /// <summary>The other units of its county: whom it may name in a joint activity.</summary>
    public async ValueTask<IReadOnlyList<Unit>> OthersAsync(Unit unit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.County is { } county ? [.. (await OfCountyAsync(county, ct)).Where(u => u.Id != unit.Id)] : [];
    }

    public async ValueTask<County?> FindCountyAsync(string code, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<County>(code, ct);
    }

    /// <summary>Whether the unit, or for a county reader the county, that a role is held for is there.</summary>
    public async ValueTask<bool> HasPlaceAsync(Access.Grant grant, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return grant.Unit is not { } place || (grant.Role == Access.Role.CountyReader ? await FindCountyAsync(place, ct) is not null : await FindAsync(place, ct) is not null);
    }

    /// <summary>Codes of the units that one may carry an activity with.</summary>
    public async ValueTask<IReadOnlySet<string>> PeersAsync(Unit unit, Activity? activity, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return unit.County is not { } county || activity is { JointUnits: null or { Count: 0 } } ? ImmutableHashSet<string>.Empty : (await OfCountyAsync(county, ct)).Select(u => u.Id).ToHashSet();
    }

    public void Forget(string code) => _seen.TryRemove(code, out _);
}
