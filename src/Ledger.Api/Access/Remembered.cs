using System.Collections.Concurrent;

namespace Ledger.Api.Access;

/// <summary>
/// Accounts and tokens for a few seconds, so that a request does not cost a round trip: what another node or a verb
/// revokes is refused here within that time, what this node revokes at once.
/// </summary>
public sealed class Remembered<T>(TimeProvider clock)
    where T : class
{
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (T Value, long At)> _seen = new();

    /// <summary>What is not there is not remembered: made-up names fill no memory.</summary>
    public async ValueTask<T?> GetAsync(string key, Func<string, Task<T?>> load)
    {
        ArgumentNullException.ThrowIfNull(load);
        if (_seen.TryGetValue(key, out var known) && clock.GetElapsedTime(known.At) < Span)
            return known.Value;
        var at = clock.GetTimestamp();
        if (await load(key) is { } loaded)
        {
            _seen[key] = (loaded, at);
            return loaded;
        }

        _seen.TryRemove(key, out _);
        return null;
    }

    public void Forget(string key) => _seen.TryRemove(key, out _);
}
